import * as v from 'valibot'
import { PlayheadError, shown } from '../world/error.ts'

/** Reads a control request's JSON. @throws PlayheadError `bad-body`, naming the place and what stands there */
export const readBody = <const S extends v.GenericSchema>(
  schema: S,
  json: unknown,
  cure: string,
): v.InferOutput<S> => {
  const bad = (where: string, what: string, given: unknown): PlayheadError =>
    new PlayheadError({
      code: 'bad-body',
      act: `Cannot use this body: ${where}: ${what}, given ${shown(given)}`,
      cure,
    })
  // A list counts as an object there, one without fields.
  if (Array.isArray(json)) throw bad('the whole of it', 'is no object', json)
  const read = v.safeParse(schema, json)
  if (read.success) return read.output
  const [issue] = read.issues
  throw bad(v.getDotPath(issue) ?? 'the whole of it', issue.message, issue.input)
}

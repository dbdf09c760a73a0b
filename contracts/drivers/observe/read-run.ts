import * as v from 'valibot'
import { PlayheadError, shown } from '../../../mocks/world/error.ts'
import {
  type Run,
  RunEndSchema,
  type RunHead,
  RunHeadSchema,
  type RunLine,
  RunLineSchema,
  runVersion,
} from './run.ts'

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const bad = (name: string, why: string): PlayheadError =>
  new PlayheadError({
    code: 'bad-run',
    act: `Cannot read ${shown(name)} as a recorded run: ${why}`,
    cure: 'Record it with `playhead mock --record FILE`, and change nothing in it.',
  })

const headIn = (text: string | undefined, name: string): RunHead => {
  const json = jsonIn(text ?? '')
  const isRun = typeof json === 'object' && json !== null && 'kind' in json && json.kind === 'run'
  if (isRun && 'playhead' in json && json.playhead !== runVersion)
    throw new PlayheadError({
      code: 'run-version',
      act: `Cannot read a recorded run of version ${shown(json.playhead)}`,
      cure: `This Playhead reads version ${runVersion}: use the Playhead that recorded it, or record it anew.`,
    })
  const head = v.safeParse(RunHeadSchema, json)
  if (head.success) return head.output
  throw bad(name, 'its first line is not the head of one')
}

/**
 * Reads a recorded run. A last line without its end was being written when the recording died: it is told and passed
 * over.
 * @param name what to call it in an error
 * @throws PlayheadError `bad-run`, `run-version`
 */
export const readRun = (text: string, name: string): Run => {
  const [first, ...rest] = text.split('\n')
  const head = headIn(first, name)
  const last = rest.pop() ?? ''
  const lines: RunLine[] = []
  let ended = false
  for (const [index, line] of rest.entries()) {
    const json = jsonIn(line)
    if (v.is(RunEndSchema, json)) {
      ended = true
      continue
    }
    const read = v.safeParse(RunLineSchema, json)
    if (!read.success) throw bad(name, `line ${index + 2} is none of its lines`)
    lines.push(read.output)
  }
  return { head, lines, ended, torn: last === '' ? undefined : rest.length + 2 }
}

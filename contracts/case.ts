import * as v from 'valibot'
import { PlayheadError, shown } from '../mocks/world/error.ts'
import { InstantSchema } from '../mocks/world/instant-schema.ts'
import { UsageSchema } from '../mocks/world/usage-schema.ts'
import { WorldSchema } from '../mocks/world/world.ts'
import { StepSchema } from './step.ts'

/** The version of the case file's shape. */
export const caseVersion = 1

export const CaseSchema = v.pipe(
  v.strictObject({
    /** For editors: where the schema of this shape lies. */
    $schema: v.exactOptional(v.string()),
    playhead: v.literal(caseVersion),
    /** The version of the rule catalogue it was written against. */
    rules: v.string(),
    vendors: v.pipe(v.array(v.string()), v.minLength(1), v.readonly()),
    world: WorldSchema,
    usage: UsageSchema,
    steps: v.pipe(v.array(StepSchema), v.maxLength(1000), v.readonly()),
    /** Where the world's clock stands at the first step, and how far the client's is ahead of it. */
    clock: v.strictObject({ at: InstantSchema, skewMs: v.optional(v.pipe(v.number(), v.integer()), 0) }),
    seed: v.pipe(v.number(), v.integer()),
    transport: v.exactOptional(v.string()),
    client: v.exactOptional(v.string()),
    finding: v.exactOptional(v.strictObject({ rule: v.string(), vendor: v.string(), what: v.string() })),
  }),
  v.readonly(),
)
/** Everything needed to see one thing happen again: a scenario, a counterexample, a bug report. */
export type Case = v.InferOutput<typeof CaseSchema>

/**
 * Reads a case from JSON.
 * @throws PlayheadError `case-version` for a file of another version, `bad-case` for anything else that does not fit
 */
export const parseCase = (json: unknown): Case => {
  const version = typeof json === 'object' && json !== null && 'playhead' in json ? json.playhead : undefined
  if (version !== undefined && version !== caseVersion)
    throw new PlayheadError({
      code: 'case-version',
      act: `Cannot read a case file of version ${shown(version)}`,
      cure: `This Playhead reads version ${caseVersion}: use the Playhead that wrote the file, or write it anew.`,
    })
  const read = v.safeParse(CaseSchema, json)
  if (read.success) return read.output
  const issue = read.issues.find(({ path }) => path !== undefined) ?? read.issues[0]
  throw new PlayheadError({
    code: 'bad-case',
    act: `Cannot read this case file: ${v.getDotPath(issue) ?? 'the whole of it'} ${issue.message}, given ${shown(issue.input)}`,
    cure: 'See docs/case-file.md for the shape of a case file.',
  })
}

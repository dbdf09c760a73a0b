import * as v from 'valibot'
import { PlayheadError, shown } from '../mocks/world/error.ts'
import { fromIso } from '../mocks/world/instant.ts'

/** The version of the baseline file's shape. */
export const baselineVersion = 1

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(200))

/** A rule that is known to be broken: by whom, whose fault it is, where that is followed up, and how long it may last. */
export const KnownSchema = v.pipe(
  v.strictObject({
    /** A rule's id; `*` stands for any run of characters, here and in `vendor`. */
    rule: name,
    vendor: name,
    /** The client's name as reports give it; any where left out. */
    client: v.exactOptional(name),
    /** Who is wrong: the client, or this suite. */
    reason: v.picklist(['client', 'suite']),
    issue: v.pipe(v.string(), v.url('is no URL')),
    /** The last day on which it is excused: `2027-01-31`. */
    until: v.pipe(
      v.string(),
      v.isoDate('is no date such as 2027-01-31'),
      v.check((text) => fromIso(text) !== undefined, 'is a day that does not exist'),
    ),
    note: v.exactOptional(v.pipe(v.string(), v.maxLength(1000))),
  }),
  v.readonly(),
)
export type Known = v.InferOutput<typeof KnownSchema>

export const BaselineSchema = v.pipe(
  v.strictObject({
    $schema: v.exactOptional(v.string()),
    playhead: v.literal(baselineVersion),
    known: v.pipe(v.array(KnownSchema), v.maxLength(10_000), v.readonly()),
  }),
  v.readonly(),
)
/** The failures a project knows of: they fail nothing, as long as they are still there. */
export type Baseline = v.InferOutput<typeof BaselineSchema>

/** A baseline that knows of nothing. */
export const emptyBaseline: Baseline = { playhead: baselineVersion, known: [] }

/**
 * Reads a baseline from JSON.
 * @throws PlayheadError `bad-baseline`, naming the place and what stands there
 */
export const parseBaseline = (json: unknown): Baseline => {
  const read = v.safeParse(BaselineSchema, json)
  if (read.success) return read.output
  const issue = read.issues.find(({ path }) => path !== undefined) ?? read.issues[0]
  throw new PlayheadError({
    code: 'bad-baseline',
    act: `Cannot read this baseline: ${v.getDotPath(issue) ?? 'the whole of it'} ${issue.message}, given ${shown(issue.input)}`,
    cure: 'See docs/baseline.md for its shape, or let `playhead baseline add` write it.',
  })
}

/** A baseline with one more known failure; one that says the same of the same failure takes the place of the old. */
export const withKnown = ({ known, ...rest }: Baseline, added: Known): Baseline => {
  const isSame = ({ rule, vendor, client }: Known): boolean =>
    rule === added.rule && vendor === added.vendor && client === added.client
  return { ...rest, known: [...known.filter((one) => !isSame(one)), added] }
}

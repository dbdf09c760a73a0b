import type { Mutation } from './mutation.ts'

/** A mutation that leaves a conforming answer, and why no validator of the document can object. */
export interface Permitted {
  readonly reason: string
  readonly vendor: string
  /** Answers of these statuses; of all where left out. */
  readonly of?: readonly number[]
  /** Fields that may be missing, and so go by another name as well. */
  readonly optional?: readonly string[]
  /** Fields that may be of any type. */
  readonly untyped?: readonly string[]
  /** Statuses that share one body. */
  readonly alike?: readonly number[]
}

/** What the documents allow although it looks spoilt. Nothing else may slip through. */
export const permitted: readonly Permitted[] = [
  { reason: 'Quo publishes trace and errors as optional', vendor: 'quo', optional: ['trace', 'errors'] },
  {
    reason: 'Quo publishes the refused value as anything or nothing',
    vendor: 'quo',
    optional: ['errors.*.value'],
    untyped: ['errors.*.value'],
  },
  { reason: 'OSVI publishes details, and does not require it', vendor: 'osvi', optional: ['details'] },
  {
    reason: 'OSVI says every refusal in one form: success false and a word',
    vendor: 'osvi',
    of: [401, 403, 404, 405, 429, 502, 503, 504],
    alike: [401, 403, 405, 429, 502, 503, 504],
  },
  { reason: 'OSVI lists errors in one form', vendor: 'osvi', of: [422, 500], alike: [422, 500] },
  {
    reason: 'Envoy publishes no error body; all but 422 are taken to be FastAPI’s plain one',
    vendor: 'envoy',
    of: [401, 403, 404, 405, 429, 500, 502, 503, 504],
    alike: [401, 403, 404, 405, 429, 500, 502, 503, 504],
  },
  {
    reason: 'Feather publishes url as nullable and optional',
    vendor: 'feather',
    of: [200],
    optional: ['url'],
  },
  {
    reason: 'Feather publishes its retry hints as optional',
    vendor: 'feather',
    optional: ['retryable', 'retry_after'],
  },
  {
    reason: 'Feather publishes one error schema for its own refusals',
    vendor: 'feather',
    of: [401, 403, 404, 429, 500, 502, 503, 504],
    alike: [401, 403, 404, 429, 500, 502, 503, 504],
  },
  {
    reason: 'FastAPI writes the detail of a 405 as it may write that of a 422',
    vendor: 'feather',
    of: [405],
    alike: [422],
  },
  {
    reason: 'FastAPI publishes what it found wrong (input, ctx) as optional, and not what is in it',
    vendor: 'feather',
    of: [422],
    optional: ['detail.*.input', 'detail.*.ctx', 'detail.*.ctx.error'],
    untyped: ['detail.*.input', 'detail.*.ctx.error'],
  },
  {
    reason: 'Voqo’s outages are taken to have one body',
    vendor: 'voqo',
    of: [500, 502, 503, 504],
    alike: [500, 502, 503, 504],
  },
]

/** The row that permits a mutation of a vendor's answer, if any. */
export const permitting = (vendor: string, status: number, mutation: Mutation): Permitted | undefined =>
  permitted.find((row) => {
    if (row.vendor !== vendor || !(row.of?.includes(status) ?? true)) return false
    if (mutation.kind === 'status') return row.alike?.includes(mutation.to) ?? false
    const fields = mutation.kind === 'retype' ? row.untyped : row.optional
    return fields?.includes(mutation.path) ?? false
  })

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answered, Decoded, Said, Vendor } from '../../mocks/vendors/define.ts'
import type { Instant } from '../../mocks/world/instant.ts'
import type { Outcome, RepliesOutcome } from '../../mocks/world/outcome.ts'
import { eachVendor, operationOf } from '../support/asking.ts'
import { type Saying, sayings } from '../support/sayings.ts'
import { tally } from '../support/tally.ts'

/** The answer as it leaves on the wire, and comes back as text. */
const wire = (vendor: Vendor, { said, now, profile }: Saying): Answered => {
  const operation = operationOf(vendor, said.kind === 'replies' ? 'replies' : 'recording')
  const {
    status,
    headers = {},
    body,
  } = vendor.encode(said, {
    operation,
    id: 'an id',
    now,
    trace: 't',
    profile,
  })
  return { status, headers, body: JSON.stringify(body) }
}

const read = (vendor: Vendor, answered: Answered, now: Instant, as: Said['kind']) =>
  (as === 'replies' ? vendor.decodeReplies?.(answered, now) : vendor.decode(answered, now)) as
    | Decoded<Outcome | RepliesOutcome>
    | undefined

describe('decode(encode(said)) is what the vendor tells of it', () => {
  test.each(eachVendor)('%s', (_, vendor) => {
    const seen = tally()
    fc.assert(
      fc.property(sayings(vendor), (saying) => {
        const { said, now, profile } = saying
        if (said.kind === 'replies' && !vendor.decodeReplies) return
        const decoded = read(vendor, wire(vendor, saying), now, said.kind)
        expect(decoded?.outcome).toEqual(vendor.tells(said, now, profile))
        if (decoded?.outcome.kind !== 'replies') expect(decoded?.fair).toContain(decoded?.outcome.kind)
        seen.add(said.kind)
      }),
      { numRuns: 1500 },
    )
    for (const kind of ['recording', 'unauthorized', 'invalid-request', 'rate-limited', 'failed'])
      expect(seen.of(kind), kind).toBeGreaterThan(10)
  })

  const answersReplies = eachVendor.filter(([, { decodeReplies }]) => decodeReplies)

  test.each(answersReplies)('a refusal of %s means the same when replies were asked for', (_, vendor) => {
    fc.assert(
      fc.property(sayings(vendor), (saying) => {
        const { said, now, profile } = saying
        if (said.kind === 'recording' || said.kind === 'replies') return
        expect(read(vendor, wire(vendor, saying), now, 'replies')?.outcome).toEqual(
          vendor.tells(said, now, profile),
        )
      }),
      { numRuns: 500 },
    )
  })
})

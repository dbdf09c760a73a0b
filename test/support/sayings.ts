import fc from 'fast-check'
import { scenes } from '../../contracts/arbitraries/moments.ts'
import { disturbSaid } from '../../mocks/simulator/disturb.ts'
import { mintingFor } from '../../mocks/simulator/minting.ts'
import type { Refusal, Said, Vendor, Wait } from '../../mocks/vendors/define.ts'
import { type Effect, errorShapes } from '../../mocks/world/disturbance.ts'
import type { Instant } from '../../mocks/world/instant.ts'
import { localPlace } from '../../mocks/world/place.ts'
import { repliesAt } from '../../mocks/world/replies-at.ts'
import { viewOf } from '../../mocks/world/view.ts'
import { type Profile, profiles } from '../../mocks/world/world.ts'

/** Something a vendor has to say, and when. */
export interface Saying {
  readonly said: Said
  readonly now: Instant
  readonly profile: Profile
}

/** Every way of telling a wait: how long, if at all, in each of the four forms. */
const waits = (): fc.Arbitrary<Wait> =>
  fc.record({
    retryAfterSeconds: fc.option(fc.constantFrom(0, 1, 30, 86_400), { nil: undefined }),
    told: fc.constantFrom('header', 'date', 'body', 'untold'),
  })

const fixedKinds = new Set([400, 401, 403, 404, 405, 422, 429])
const otherStatuses = Array.from({ length: 200 }, (_, i) => 400 + i).filter((one) => !fixedKinds.has(one))

/** Refusals, now and then in another of a vendor's several bodies. */
const refusals = (vendor: Vendor): fc.Arbitrary<Said> =>
  fc
    .tuple(plainRefusals(vendor), fc.option(fc.constantFrom(...errorShapes), { nil: undefined }))
    .map(([refusal, shape]) => (shape === undefined ? refusal : { ...refusal, shape }))

const plainRefusals = (vendor: Vendor): fc.Arbitrary<Refusal> =>
  fc.oneof(
    fc
      .constantFrom('missing', 'wrong', 'expired', 'revoked')
      .map((why) => ({ kind: 'unauthorized', why }) as const),
    fc.constantFrom('forbidden', 'not-found', 'method-not-allowed').map((kind) => ({ kind })),
    fc.string().map((value) => ({
      kind: 'invalid-request' as const,
      fault: vendor.ids.faultOf(value) ?? { type: 'value_error', message: 'is refused' },
      value,
    })),
    waits().map((wait) => ({ kind: 'rate-limited' as const, ...wait })),
    fc
      .tuple(fc.constantFrom(500, 502, 503, 504, ...otherStatuses), waits())
      .map(([status, wait]) => ({ kind: 'failed' as const, status, ...wait })),
  )

const changes: readonly Effect[] = [
  { kind: 'null-metadata' },
  { kind: 'unknown-status' },
  { kind: 'die-early' },
]

/** All that a vendor may be given to say: recordings and replies of generated worlds, and every refusal. */
export const sayings = (vendor: Vendor): fc.Arbitrary<Saying> =>
  fc
    .tuple(
      scenes({ various: true }),
      fc.nat(2),
      fc.constantFrom(...changes),
      refusals(vendor),
      fc.nat(5),
      fc.constantFrom(...profiles),
    )
    .map(([{ world, now }, index, change, refusal, which, profile]): Saying => {
      const call = world.calls[index % world.calls.length]
      if (!call || which < 2) return { said: refusal, now, profile }
      if (which === 2)
        return { said: { kind: 'replies', replies: repliesAt(call.replies, now) }, now, profile }
      const view = viewOf(call, now, mintingFor(world, localPlace, vendor))
      const plain: Said = { kind: 'recording', view }
      return { said: which === 3 ? disturbSaid(plain, change) : plain, now, profile }
    })

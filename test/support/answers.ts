import fc from 'fast-check'
import { scenes } from '../../contracts/arbitraries/moments.ts'
import { type Setting, type Simulated, simulate } from '../../mocks/simulator.ts'
import { keyHeaders } from '../../mocks/vendors/ask.ts'
import type { Operation, Vendor } from '../../mocks/vendors/define.ts'
import { idOf } from '../../mocks/vendors/lookup.ts'
import type { Disturbance } from '../../mocks/world/disturbance.ts'
import type { WireRequest } from '../../mocks/world/exchange.ts'
import type { Instant } from '../../mocks/world/instant.ts'
import { type Usage, unused } from '../../mocks/world/usage.ts'
import type { World } from '../../mocks/world/world.ts'
import { asking, settingOf } from './asking.ts'

/** One API request with everything its answer depends on, and the answer. */
export interface Asked extends Simulated {
  readonly world: World
  readonly now: Instant
  readonly operation: Operation
  readonly request: WireRequest
  readonly before: Usage
}

const keysOf = (vendor: Vendor): fc.Arbitrary<Readonly<Record<string, string>>> => {
  const good = keyHeaders(vendor)
  const key = vendor.credential?.defaultKey.replace('playhead', 'foreign-')
  const organization = vendor.credential?.organization
  const named = ['org-1', 'org-9', ''].map((name) => ({
    ...good,
    ...(organization ? { [organization]: name } : {}),
  }))
  return fc.oneof(
    { weight: 12, arbitrary: fc.constant(good) },
    { weight: 2, arbitrary: fc.constantFrom(...named) },
    { weight: 2, arbitrary: fc.constant(keyHeaders(vendor, key)) },
    fc.constant(keyHeaders(vendor, 'nobody')),
    fc.constant({}),
  )
}

/** Which id is asked for: of one of the world's calls, of none, spelt in capitals, or no id at all. */
const targets = (): fc.Arbitrary<number | 'unknown' | 'capitals' | 'malformed'> =>
  fc.oneof(
    { weight: 12, arbitrary: fc.nat(2) },
    fc.constantFrom<'unknown' | 'capitals' | 'malformed'>('unknown', 'capitals', 'malformed'),
  )

const malformed = 'no id/of any vendor'

/** Answers of a vendor to requests of every kind, over generated worlds and instants; with trouble only where given. */
export const answers = (
  vendor: Vendor,
  trouble: fc.Arbitrary<Omit<Disturbance, 'id'>[]> = fc.constant([]),
): fc.Arbitrary<Asked> =>
  fc
    .record({
      scene: scenes({ disturbed: false, various: true }),
      trouble,
      target: targets(),
      headers: keysOf(vendor),
      operation: fc.constantFrom(...vendor.operations),
      method: fc.oneof({ weight: 20, arbitrary: fc.constant('GET') }, fc.constantFrom('POST', 'HEAD')),
      spent: fc.oneof({ weight: 12, arbitrary: fc.constant(false) }, fc.constant(true)),
    })
    .map(({ scene, trouble: some, target, headers, operation, method, spent }) => {
      const world = { ...scene.world, disturbances: some.map((one, i) => ({ id: `d${i}`, ...one })) }
      const setting = settingOf(world, scene.now)
      const call = world.calls[typeof target === 'number' ? target % world.calls.length : 0]
      const known = call ? idOf(vendor, world, call) : ''
      const ids = {
        unknown: vendor.ids.of('f'.repeat(32)),
        capitals: vendor.ids.canonical ? known.replace(/[0-9a-f-]{36}$/, (hex) => hex.toUpperCase()) : known,
        malformed,
      }
      const request = {
        ...asking(vendor, typeof target === 'number' ? known : ids[target], headers, operation),
        method,
      }
      const before = spent ? usedUpBy(vendor, setting) : unused
      return {
        world,
        now: scene.now,
        operation,
        request,
        before,
        ...simulate(setting, before, 'api', request),
      }
    })

const usedUpBy = ({ id, rateLimit, credential }: Vendor, { now }: Setting): Usage => {
  if (!rateLimit || !credential) return unused
  const holder = rateLimit.per === 'key' ? credential.defaultKey : 'default'
  return { ...unused, accepted: { [`${id} ${holder}`]: Array.from({ length: rateLimit.limit }, () => now) } }
}

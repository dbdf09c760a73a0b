import type { KeyState } from '../../mocks/world/account.ts'
import type { Call, Segment } from '../../mocks/world/recording.ts'
import { always } from '../../mocks/world/timeline.ts'
import { unused } from '../../mocks/world/usage.ts'
import type { Case } from '../case.ts'

/** Without the calls and accounts that no step speaks of, and without trouble that was there from the start. */
const bare = (given: Case): Case => {
  const { steps, world } = given
  const text = JSON.stringify(steps)
  const named = (key: string, name: string): boolean => text.includes(`"${key}":"${name}"`)
  const calls = world.calls.filter(({ ref }) => named('call', ref))
  const accounts = world.accounts.filter(({ id }) => id === 'default' || named('account', id))
  return { ...given, world: { ...world, calls, accounts, disturbances: [] } }
}

/** With everything around the calls plain. */
const plainlySet = (given: Case): Case => {
  const {
    storage: _storage,
    profiles: _profiles,
    limits: _limits,
    retention: _retention,
    ...world
  } = given.world
  const accounts = world.accounts.map(({ id, keys }) => ({
    id,
    keys: keys
      .filter(({ vendor }) => given.vendors.includes(vendor))
      .map((key) => ({ ...key, state: always<KeyState>('valid') })),
  }))
  return {
    ...given,
    world: { ...world, seed: 1, accounts, lifetimes: {} },
    usage: unused,
    clock: { at: given.clock.at - (given.clock.at % 60_000), skewMs: 0 },
    seed: 1,
  }
}

const plainSegment = ({ id, status }: Segment): Segment => ({
  id,
  status,
  source: always('kept'),
  link: always('live'),
  startedAt: null,
  durationSeconds: 1,
  metadata: true,
  type: 'audio/mpeg',
})

const plainCall = ({ ref, segments }: Call): Call => ({
  ref,
  account: 'default',
  ids: {},
  known: always(true),
  segments: segments.map(plainSegment),
  replies: [],
})

/** With calls of which nothing is special but the states their recordings take. */
const plainlyMade = (given: Case): Case => ({
  ...given,
  world: { ...given.world, calls: given.world.calls.map(plainCall) },
})

/** As many recordings of a call are tried alone. */
const mostPlaces = 3

/** With one recording of each call, the same place in each. */
const single = (given: Case, place: number): Case => ({
  ...given,
  world: {
    ...given.world,
    calls: given.world.calls.map((call) => ({ ...call, segments: call.segments.slice(place, place + 1) })),
  },
})

/** Cases that are plain in much at once, the plainest first: mostly none of it matters, and one try tells. */
export function* plainAtOnce(given: Case): Generator<Case> {
  const least = bare(given)
  const plainest = plainlyMade(plainlySet(least))
  const most = Math.max(0, ...plainest.world.calls.map(({ segments }) => segments.length))
  for (let place = 0; place < Math.min(most, mostPlaces); place++) yield single(plainest, place)
  yield plainest
  yield plainlySet(least)
  yield least
  yield plainlySet(given)
}

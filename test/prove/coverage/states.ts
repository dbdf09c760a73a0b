import type { Instant } from '../../../mocks/world/instant.ts'
import { type Call, linkKinds, type Segment } from '../../../mocks/world/recording.ts'
import { recordingStatuses } from '../../../mocks/world/recording-status.ts'
import { settled, type Timeline } from '../../../mocks/world/timeline.ts'

/** How long a call stays in the state it is put into, in milliseconds. */
export const stateLastsMs = 1000

/** Puts a call into a state, in which it stays until an instant; then it plays, where it can ever play. */
export type PutInto = (call: Call, until: Instant) => Call

const always = <T>(value: T): Timeline<T> => ({ initially: value, changes: [] })

const until = <T>(value: T, at: Instant, then: T): Timeline<T> =>
  settled({ initially: value, changes: [{ at, to: then }] })

const plays: Segment = {
  id: 's1',
  status: always('completed'),
  source: always('kept'),
  link: always('live'),
  startedAt: null,
  durationSeconds: 1,
  metadata: true,
  type: 'audio/mpeg',
}

const withSegment =
  (change: (at: Instant) => Partial<Segment>): PutInto =>
  (call, at) => ({
    ...call,
    account: 'default',
    known: always(true),
    segments: [{ ...plays, ...change(at) }],
  })

const playing = withSegment(() => ({}))

const withStatus = (status: Segment['status']['initially']): PutInto =>
  withSegment((at) => ({ status: until(status, at, 'completed') }))

/** Every state that a call's recording may be asked for in. */
export const states: ReadonlyMap<string, PutInto> = new Map<string, PutInto>([
  ...recordingStatuses.map((status) => [status, withStatus(status)] as const),
  ['of unknown status', withStatus(null)],
  ...linkKinds
    .filter((kind) => kind !== 'live')
    .map((kind) => [`link ${kind}`, withSegment((at) => ({ link: until(kind, at, 'live') }))] as const),
  ['source gone', withSegment((at) => ({ source: until('gone', at, 'kept') }))],
  ['without segments', (call, at) => ({ ...playing(call, at), segments: [] })],
  ['unknown call', (call, at) => ({ ...playing(call, at), known: until(false, at, true) })],
  ["another account's", (call, at) => ({ ...playing(call, at), account: 'foreign' })],
])

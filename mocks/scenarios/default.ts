import { vendors } from '../vendors/index.ts'
import type { Account } from '../world/account.ts'
import type { Instant } from '../world/instant.ts'
import { type Call, type CallLayout, call, type SegmentLayout } from '../world/recording.ts'
import type { RecordingStatus } from '../world/recording-status.ts'
import { always, timeline } from '../world/timeline.ts'
import type { World } from '../world/world.ts'
import { defineScenario } from './define.ts'
import { fixedIds, type Ref } from './refs.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** One of the fixed calls. */
export const fixedCall = (ref: Ref, layout: CallLayout): Call => call(ref, { ids: fixedIds(ref), ...layout })

/** A recording that began an hour before the start, and has had one status at any time: a ref keeps what it says. */
export const recorded = (start: Instant, id: string, status: RecordingStatus): SegmentLayout => ({
  id,
  startedAt: start - hour,
  durationSeconds: 90,
  type: 'audio/mp4',
  status,
})

/** Two replies that were there before the start, and one that arrives five minutes after it. */
export const someReplies = (start: Instant) => [
  { id: 'SM1', from: '+15550100001', body: 'Thanks for calling back!', at: start - 40 * minute },
  { id: 'SM2', from: '+15550100001', body: 'Tuesday at ten suits me.', at: start - 20 * minute },
  { id: 'SM3', from: '+15550100001', body: 'See you then.', at: start + 5 * minute },
]

/** The segments of a call that was paused twice; the middle one was taken back. */
export const threeSegments = (start: Instant): readonly SegmentLayout[] => [
  {
    id: 'CRfirst',
    startedAt: start - hour,
    durationSeconds: 40,
    status: 'completed',
  },
  {
    id: 'CRsecond',
    startedAt: start - hour + 2 * minute,
    durationSeconds: 20,
    status: 'deleted',
  },
  {
    id: 'CRthird',
    startedAt: start - hour + 5 * minute,
    durationSeconds: 65.5,
    status: 'completed',
  },
]

/** A link that arrives dead, and whose source is gone for vendors that look before they link. */
export const deadSource = { link: 'arrives-dead', source: 'gone' } as const

const account = (id: string, keyOf: (defaultKey: string) => string): Account => ({
  id,
  keys: vendors.flatMap(({ id: vendor, credential }) =>
    credential ? [{ vendor, value: keyOf(credential.defaultKey), state: always('valid' as const) }] : [],
  ),
})

/** The second account's keys: the same length, another beginning. */
export const foreignKey = (defaultKey: string): string => defaultKey.replace(/^playhead/, 'stranger')

/** The two accounts of every world of ours, with a key each at every vendor that asks for one. */
export const defaultAccounts = (): readonly Account[] => [
  account('default', (key) => key),
  account('foreign', foreignKey),
]

/** How long vendors keep recordings, in months, as far as they publish it. */
export const publishedTerms = (): Readonly<Record<string, number>> =>
  Object.fromEntries(
    vendors.flatMap(({ id, keepsMonths }) => (keepsMonths === undefined ? [] : [[id, keepsMonths]])),
  )

/** The world of the default scenario; other scenarios change what `playable` is. */
export const defaultWorld = (start: Instant, seed = 1): World => ({
  seed,
  accounts: defaultAccounts(),
  calls: [
    fixedCall('playable', {
      segments: [recorded(start, 'CRplayable', 'completed')],
      replies: someReplies(start).slice(0, 2),
    }),
    fixedCall('processing', {
      segments: [
        {
          ...recorded(start, 'CRprocessing', 'processing'),
          status: timeline<RecordingStatus | null>('processing', [start + 10 * minute, 'completed']),
        },
      ],
    }),
    fixedCall('deleted', { segments: [recorded(start, 'CRdeleted', 'deleted')] }),
    fixedCall('failed', { segments: [recorded(start, 'CRfailed', 'failed')] }),
    fixedCall('absent', {}),
    fixedCall('expired', {
      segments: [{ ...recorded(start, 'CRexpired', 'completed'), ...deadSource }],
      replies: someReplies(start).slice(0, 1),
    }),
    fixedCall('foreign', { account: 'foreign', segments: [recorded(start, 'CRforeign', 'completed')] }),
    fixedCall('segments', { segments: threeSegments(start) }),
    fixedCall('replies', {
      segments: [recorded(start, 'CRreplies', 'completed')],
      replies: someReplies(start),
    }),
  ],
  disturbances: [],
  lifetimes: {},
  quotas: true,
  retention: publishedTerms(),
})

/** The default world with another layout of the call `playable`. */
export const withPlayable = (world: World, layout: CallLayout): World => ({
  ...world,
  calls: world.calls.map((one) => (one.ref === 'playable' ? fixedCall('playable', layout) : one)),
})

/** Every ref at once: what `playhead mock` starts with. */
export const everything = defineScenario({
  name: 'default',
  title: 'One world that holds every ref: playable, processing, deleted, failed, absent and so on.',
  world: defaultWorld,
})

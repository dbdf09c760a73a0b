import { worldStart } from '../../contracts/arbitraries/worlds.ts'
import { defaultAccounts } from '../../mocks/scenarios/default.ts'
import { call, type SegmentLayout } from '../../mocks/world/recording.ts'
import { recordingStatuses } from '../../mocks/world/recording-status.ts'
import type { Timeline } from '../../mocks/world/timeline.ts'
import type { World } from '../../mocks/world/world.ts'

/** When every phase begins; a minute before all is well, and links can be had. */
export const phaseStart = worldStart + 60_000

const turns = <const A, const B>(from: A, to: B): Timeline<A | B> => ({
  initially: from,
  changes: [{ at: phaseStart, to }],
})

/** What is there while all is well. */
const well: SegmentLayout = { id: 's1', status: 'completed', startedAt: worldStart - 600_000 }

const worldWith = (layout: Parameters<typeof call>[1]): World => ({
  seed: 1,
  accounts: defaultAccounts(),
  calls: [call('c1', { segments: [well], ...layout })],
  disturbances: [],
  lifetimes: {},
  quotas: true,
})

const segment = (change: Partial<SegmentLayout>): World => worldWith({ segments: [{ ...well, ...change }] })

/** What can become of a recording: of each a world in which it plays at first, and the phase begins at its start. */
export const phases: readonly (readonly [string, World])[] = [
  ...recordingStatuses.map((status) => [status, segment({ status: turns('completed', status) })] as const),
  ['of unknown status', segment({ status: turns('completed', null) })],
  [
    'several segments',
    worldWith({ segments: [well, { ...well, id: 's2', status: turns('completed', 'deleted') }] }),
  ],
  ['without metadata', segment({ metadata: false })],
  ['without a link', segment({ link: turns('live', 'none') })],
  ['link arrives dead', segment({ link: turns('live', 'arrives-dead') })],
  ['link dies early', segment({ link: turns('live', 'dies-early') })],
  ['source gone', segment({ source: turns('kept', 'gone') })],
  ['to be redacted', worldWith({ policy: turns('raw', 'redacted') })],
  ['redaction failed', worldWith({ policy: turns('raw', 'redacted'), redaction: 'failed' })],
  ['without audio', worldWith({ policy: turns('raw', 'no_audio') })],
  ['code no longer valid', worldWith({ codeValid: turns(true, false) })],
  ['call unknown', worldWith({ known: turns(true, false) })],
]

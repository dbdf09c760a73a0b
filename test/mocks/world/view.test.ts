import { describe, expect, test } from 'vitest'
import type { Grant } from '../../../mocks/world/grant.ts'
import { call } from '../../../mocks/world/recording.ts'
import { type RecordingStatus, recordingStatuses } from '../../../mocks/world/recording-status.ts'
import { timeline, valueAt } from '../../../mocks/world/timeline.ts'
import { leadOf, type Minting, pending, type SegmentView, viewOf } from '../../../mocks/world/view.ts'

const grant: Grant = {
  url: 'https://storage.test/x',
  vendor: 'v',
  call: 'c1',
  segment: 's1',
  from: 0,
  until: 9,
  secondsLeft: 9,
}
const minting: Minting = {
  mint: () => grant,
  bytesOf: () => 4096,
  typeOf: () => 'video/mp4',
  sourceAt: ({ source }, now) => valueAt(source, now),
}

const viewed = (status: RecordingStatus | null, metadata = true): SegmentView | undefined => {
  const segments = [{ id: 's1', status, metadata, startedAt: 5, durationSeconds: 61.5 }]
  return viewOf(call('c1', { segments }), 100, minting).segments[0]
}

describe('what a segment is at an instant', () => {
  test.each<[RecordingStatus | null, boolean, boolean]>([
    ['completed', true, true],
    [null, true, true],
    ['deleted', false, true],
    ['absent', false, false],
    ['failed', false, false],
    ['in-progress', false, false],
    ['paused', false, false],
    ['processing', false, false],
    ['stopped', false, false],
    ['stopping', false, false],
  ])('%s: linked %s, its length known %s', (status, linked, measured) => {
    expect(viewed(status)).toEqual({
      id: 's1',
      status,
      source: 'kept',
      grant: linked ? grant : undefined,
      startedAt: 5,
      durationSeconds: measured ? 61.5 : null,
      bytes: measured ? 4096 : null,
      type: 'video/mp4',
    })
  })

  test('is told without metadata where the vendor has none', () => {
    const nothing = { startedAt: null, durationSeconds: null, bytes: null, type: null }
    expect(viewed('completed', false)).toMatchObject({ ...nothing, grant })
  })

  test('follows its timelines', () => {
    const status = timeline<RecordingStatus>('processing', [100, 'completed'], [200, 'deleted'])
    const one = call('c1', { segments: [{ id: 's1', status, source: timeline('kept', [150, 'gone']) }] })
    const at = (now: number) => viewOf(one, now, minting).segments[0]
    expect(
      [99, 100, 150, 200].map((now) => [at(now)?.status, at(now)?.source, at(now)?.grant !== undefined]),
    ).toEqual([
      ['processing', 'kept', false],
      ['completed', 'kept', true],
      ['completed', 'gone', true],
      ['deleted', 'gone', false],
    ])
  })
})

describe('of several segments the one that is shown alone is', () => {
  const segment = (id: string, status: RecordingStatus): SegmentView | undefined => {
    const view = viewed(status)
    return view && { ...view, id }
  }
  test.each<[string, readonly RecordingStatus[], string | undefined]>([
    ['none of none', [], undefined],
    ['the only one', ['failed'], '0'],
    ['the first that plays', ['processing', 'completed', 'completed'], '1'],
    ['else the first that may still come', ['deleted', 'paused', 'processing'], '1'],
    ['else the last', ['deleted', 'failed', 'absent'], '2'],
  ])('%s', (_, statuses, wanted) => {
    const segments = statuses.flatMap((status, index) => segment(String(index), status) ?? [])
    expect(leadOf(segments)?.id).toBe(wanted)
  })
})

test('five of the nine statuses are not final', () => {
  expect(recordingStatuses.filter((status) => pending.has(status))).toEqual([
    'in-progress',
    'paused',
    'processing',
    'stopped',
    'stopping',
  ])
})

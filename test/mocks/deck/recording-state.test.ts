import { expect, test } from 'vitest'
import { spansOf, stateAt } from '../../../mocks/deck/recording-state.ts'
import { type Call, call, type SegmentLayout } from '../../../mocks/world/recording.ts'
import { timeline } from '../../../mocks/world/timeline.ts'

const callWith = (segment: Omit<SegmentLayout, 'id'>, known = true): Call =>
  call('c1', { known, segments: [{ id: 's1', ...segment }] })

const segmentOf = (one: Call) => {
  const [segment] = one.segments
  if (!segment) throw new Error('There is no segment')
  return segment
}

test.for<[Omit<SegmentLayout, 'id'>, string]>([
  [{ status: 'in-progress' }, 'in-progress'],
  [{ status: 'paused' }, 'in-progress'],
  [{ status: 'processing' }, 'processing'],
  [{ status: 'completed' }, 'ready'],
  [{ status: null }, 'ready'],
  [{ status: 'completed', link: 'dies-early' }, 'ready'],
  [{ status: 'completed', link: 'arrives-dead', source: 'gone' }, 'arrives-dead'],
  [{ status: 'completed', source: 'gone' }, 'gone'],
  [{ status: 'deleted' }, 'deleted'],
  [{ status: 'failed' }, 'failed'],
  [{ status: 'absent' }, 'absent'],
])('%j is drawn as %s', ([segment, wanted]) => {
  const one = callWith(segment)
  expect(stateAt(one, segmentOf(one), 0)).toBe(wanted)
})

test('a call that no vendor knows is unknown, whatever its recording is', () => {
  const one = callWith({ status: 'completed' }, false)
  expect(spansOf(one, segmentOf(one))).toEqual([{ from: null, to: null, state: 'unknown' }])
})

test('a recording is drawn as the stretches in which it is the same', () => {
  const one = callWith({
    status: timeline<'in-progress' | 'paused' | 'processing' | 'completed'>(
      'in-progress',
      [100, 'paused'],
      [200, 'processing'],
      [300, 'completed'],
    ),
    source: timeline<'kept' | 'gone'>('kept', [900, 'gone']),
  })
  expect(spansOf(one, segmentOf(one))).toEqual([
    { from: null, to: 200, state: 'in-progress' },
    { from: 200, to: 300, state: 'processing' },
    { from: 300, to: 900, state: 'ready' },
    { from: 900, to: null, state: 'gone' },
  ])
})

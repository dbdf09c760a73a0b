import { describe, expect, test } from 'vitest'
import {
  fold,
  type OutcomeKind,
  type OutcomeSegment,
  outcomeKinds,
  type SegmentState,
} from '../../../mocks/world/outcome.ts'

const segment = (state: SegmentState): OutcomeSegment =>
  state === 'ready' ? { state, url: 'https://storage.test/c1.mp3' } : { state }

describe('segments fold', () => {
  test.each<[readonly SegmentState[], OutcomeKind]>([
    [[], 'absent'],
    [['ready'], 'playable'],
    [['deleted', 'ready'], 'playable'],
    [['ready', 'processing'], 'playable'],
    [['processing', 'deleted'], 'processing'],
    [['absent', 'failed'], 'failed'],
    [['failed', 'deleted'], 'deleted'],
    [['deleted', 'failed'], 'deleted'],
    [['absent', 'expired'], 'expired'],
    [['expired', 'failed'], 'failed'],
    [['unknown', 'absent'], 'absent'],
    [['unknown'], 'unknown'],
  ])('%j to %s', (states, wanted) => {
    const segments = states.map(segment)
    const outcome = fold(segments)
    expect(outcome.kind).toBe(wanted)
    // Each keeps its own state, in order.
    if (segments.length > 0) expect(outcome).toEqual({ kind: wanted, segments })
  })

  test('to nothing that plays where none has a URL', () => {
    expect(fold([{ state: 'ready' }]).kind).toBe('unknown')
    expect(fold([{ state: 'ready' }, { state: 'deleted' }]).kind).toBe('deleted')
    expect(fold([{ state: 'failed', url: 'https://storage.test/c1.mp3' }]).kind).toBe('failed')
  })
})

test('every kind is listed once', () => {
  expect(new Set(outcomeKinds).size).toBe(outcomeKinds.length)
  expect(outcomeKinds).toHaveLength(13)
})

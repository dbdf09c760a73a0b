import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { call } from '../../../mocks/world/recording.ts'
import { repliesAt } from '../../../mocks/world/replies-at.ts'
import { always, timeline } from '../../../mocks/world/timeline.ts'

describe('a call', () => {
  test('can be made from its ref alone', () => {
    expect(call('c1')).toEqual({
      ref: 'c1',
      account: 'default',
      ids: {},
      known: always(true),
      segments: [],
      replies: [],
    })
  })

  test('takes a segment’s usual values where it says no other', () => {
    expect(call('c1', { segments: [{ id: 's1', status: 'completed' }] }).segments).toEqual([
      {
        id: 's1',
        status: always('completed'),
        source: always('kept'),
        link: always('live'),
        startedAt: null,
        durationSeconds: 30,
        metadata: true,
        type: 'audio/mpeg',
      },
    ])
  })

  test('takes timelines as well as bare values', () => {
    const status = timeline<'processing' | 'completed'>('processing', [5, 'completed'])
    const made = call('c1', { known: timeline(false, [9, true]), segments: [{ id: 's1', status }] })
    expect(made.known).toEqual(timeline(false, [9, true]))
    expect(made.segments[0]?.status).toEqual(status)
  })

  test.each([
    ['a ref that is no name', () => call('c 1')],
    ['an empty id', () => call('c1', { ids: { quo: '' } })],
    ['a segment’s id that is none', () => call('c1', { segments: [{ id: 's/1', status: 'absent' }] })],
    ['no duration', () => call('c1', { segments: [{ id: 's', status: 'absent', durationSeconds: 0 }] })],
    [
      'a day of sound',
      () => call('c1', { segments: [{ id: 's', status: 'absent', durationSeconds: 86_400 }] }),
    ],
  ])('is refused with %s', (_, made) => {
    expect(made).toThrow(v.ValiError)
  })
})

describe('replies', () => {
  const reply = (id: string, at: number) => ({ id, from: '+15550100', body: id, at })
  const replies = [reply('late', 30), reply('early', 10), reply('twin', 10)]

  test.each([
    [9, []],
    [10, ['early', 'twin']],
    [29, ['early', 'twin']],
    [30, ['early', 'twin', 'late']],
  ])('seen at %i are %j, oldest first', (now, wanted) => {
    expect(repliesAt(replies, now).map(({ id }) => id)).toEqual(wanted)
  })
})

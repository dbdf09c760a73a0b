import { describe, expect, test } from 'vitest'
import { anchored } from '../../../mocks/world/anchor.ts'
import { lastInstant } from '../../../mocks/world/instant.ts'

const start = 1_769_850_000_000

describe('an instant of a world may be written', () => {
  test.each([
    ['start', start],
    ['+15m', start + 900_000],
    ['-2d', start - 172_800_000],
    ['+1h30m', start + 5_400_000],
    ['+250ms', start + 250],
    ['2026-01-31T09:00:01Z', start + 1000],
    ['2026-01-31', start - 32_400_000],
  ])('%s', (text, at) => {
    for (const field of ['at', 'from', 'until', 'startedAt'])
      expect(anchored({ [field]: text }, start)).toEqual({ [field]: at })
  })
})

describe('left as it is', () => {
  test.each([
    ['what is no instant', { at: 'mid-body', from: '15m', until: 'in +15m', startedAt: '+15minutes' }],
    [
      'what holds a date and does not begin with one',
      { at: 'on 2026-01-31', from: '+-1s', until: '26-01-31' },
    ],
    ['what begins like a date and is none', { at: '2026-x1-31', from: '2026-01-x1', until: 'x026-01-31' }],
    ['a field that holds none', { ref: 'start', status: '+15m', id: '2026-01-31' }],
    ['what is no text', { at: 5, from: null, until: true, startedAt: undefined }],
    ['a list of texts', { at: ['start'] }],
    ['a text by itself', 'start'],
    ['nothing', null],
  ])('%s', (_, json) => {
    expect(anchored(json, start)).toEqual(json)
  })
})

test('however deep it lies', () => {
  const call = { segments: [{ status: { changes: [{ at: '+1s', to: 'deleted' }] } }, { startedAt: '-1s' }] }
  expect(anchored([call], start)).toEqual([
    {
      segments: [{ status: { changes: [{ at: start + 1000, to: 'deleted' }] } }, { startedAt: start - 1000 }],
    },
  ])
})

describe('what lies outside of the calendar is refused', () => {
  test.each([
    ['-10000w', 1000, /^Cannot place "-10000w": /],
    ['+1ms', lastInstant, /^Cannot place "\+1ms": /],
    ['2026-02-30', start, /2026-02-30/],
  ])('%s', (at, from, told) => {
    expect(() => anchored({ at }, from)).toThrow(told)
  })
})

describe('what is copied', () => {
  const call = { ref: 'c1', replies: [{ id: 'SM1', at: 5 }] }

  test('nothing, where nothing is written in words', () => {
    const json = { calls: [call] }
    expect(anchored(json, start)).toBe(json)
  })

  test('only what leads to an instant', () => {
    const json = { calls: [call, { ref: 'c2', replies: [{ at: '+1s' }] }] }
    const placed = anchored(json, start)
    expect(placed).toEqual({ calls: [call, { ref: 'c2', replies: [{ at: start + 1000 }] }] })
    expect((placed as typeof json).calls[0]).toBe(call)
    expect(json.calls[1]).toEqual({ ref: 'c2', replies: [{ at: '+1s' }] })
  })

  test('a field of any name, without touching what an object is made of', () => {
    const placed = anchored(JSON.parse('{"__proto__": {"at": "start"}}'), start)
    expect(JSON.stringify(placed)).toBe(`{"__proto__":{"at":${start}}}`)
    expect(Object.getPrototypeOf(placed)).toBe(Object.prototype)
  })

  test('in time that grows with the depth, and not with what doubles at each', () => {
    const depth = 200
    const json: unknown = JSON.parse(`${'{"a":'.repeat(depth)}{"at":"start"}${'}'.repeat(depth)}`)
    expect(JSON.stringify(anchored(json, start))).toContain(`{"at":${start}}`)
  })
})

test('a list is no instant, whatever stands in it', () => {
  expect(anchored({ at: ['+15m'] }, 1000)).toEqual({ at: ['+15m'] })
})

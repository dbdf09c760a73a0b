import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { always, changesOf, settled, timeline, valueAt } from '../../../mocks/world/timeline.ts'
import { timelineOf } from '../../../mocks/world/timeline-schema.ts'

describe('a timeline', () => {
  const course = timeline('processing', [120, 'completed'], [300, 'deleted'])

  test.each([
    [0, 'processing'],
    [119, 'processing'],
    [120, 'completed'],
    [299, 'completed'],
    [300, 'deleted'],
    [1e12, 'deleted'],
  ])('at %i is %s', (now, wanted) => {
    expect(valueAt(course, now)).toBe(wanted)
  })

  test('tells when it changes', () => {
    expect(changesOf(course)).toEqual([120, 300])
    expect(changesOf(always('completed'))).toEqual([])
  })
})

describe('settling', () => {
  type Step = readonly [number, string]
  test.each<[string, readonly Step[], readonly Step[]]>([
    [
      'puts changes in order',
      [
        [9, 'c'],
        [5, 'b'],
      ],
      [
        [5, 'b'],
        [9, 'c'],
      ],
    ],
    [
      'drops a change to what it is already',
      [
        [5, 'a'],
        [9, 'b'],
      ],
      [[9, 'b']],
    ],
    [
      'drops the second of two like changes',
      [
        [5, 'b'],
        [9, 'b'],
      ],
      [[5, 'b']],
    ],
    [
      'lets the later listed of two at one instant win',
      [
        [5, 'b'],
        [5, 'c'],
      ],
      [[5, 'c']],
    ],
    [
      'forgets both where the later takes the earlier back',
      [
        [5, 'b'],
        [5, 'a'],
      ],
      [],
    ],
    [
      'judges idleness by what holds before, not by what lost',
      [
        [5, 'b'],
        [5, 'a'],
        [9, 'b'],
      ],
      [[9, 'b']],
    ],
  ])('%s', (_, given, wanted) => {
    const changes = (steps: readonly Step[]) => steps.map(([at, to]) => ({ at, to }))
    expect(settled({ initially: 'a', changes: changes(given) }).changes).toEqual(changes(wanted))
  })

  test('knows null for a value like any other', () => {
    const changes = [
      { at: 5, to: null },
      { at: 6, to: null },
      { at: 7, to: 'a' },
    ]
    expect(settled<string | null>({ initially: 'a', changes })).toEqual(
      timeline<string | null>('a', [5, null], [7, 'a']),
    )
  })

  const steps = fc.array(fc.record({ at: fc.nat(9), to: fc.constantFrom('a', 'b', null) }), { maxLength: 8 })

  test('keeps the value at every instant, and every change left is one', () => {
    fc.assert(
      fc.property(steps, (changes) => {
        const line = settled<string | null>({ initially: 'a', changes })
        for (let now = -1; now <= 10; now++) {
          const last = changes
            .filter(({ at }) => at <= now)
            .toSorted((x, y) => x.at - y.at)
            .at(-1)
          expect(valueAt(line, now)).toBe(last ? last.to : 'a')
        }
        for (const at of changesOf(line)) expect(valueAt(line, at)).not.toBe(valueAt(line, at - 1))
        expect(settled(line)).toEqual(line)
      }),
    )
  })
})

describe('read from JSON', () => {
  const schema = timelineOf(v.picklist(['a', 'b']))

  test('a bare value never changes', () => {
    expect(v.parse(schema, 'a')).toEqual(always('a'))
  })

  test('a timeline is settled', () => {
    const changes = [
      { at: 9, to: 'a' },
      { at: 5, to: 'a' },
      { at: 7, to: 'b' },
    ]
    expect(v.parse(schema, { initially: 'a', changes })).toEqual(timeline('a', [7, 'b'], [9, 'a']))
  })

  test.each([
    ['another value', 'c'],
    ['a change to another value', { initially: 'a', changes: [{ at: 5, to: 'c' }] }],
    ['a change before 1970', { initially: 'a', changes: [{ at: -1, to: 'b' }] }],
    ['a change within a millisecond', { initially: 'a', changes: [{ at: 0.5, to: 'b' }] }],
    ['a field too many', { initially: 'a', changes: [], speed: 2 }],
  ])('%s is refused', (_, json) => {
    expect(v.safeParse(schema, json).success).toBe(false)
  })
})

describe('a bare value', () => {
  const schema = timelineOf(v.nullable(v.string()))

  test('is the same timeline each time, since nothing changes one', () => {
    expect(v.parse(schema, 'completed')).toBe(v.parse(schema, 'completed'))
    expect(v.parse(schema, 'completed')).toEqual(always('completed'))
    expect(v.parse(schema, null)).toEqual(always(null))
  })

  test('is remembered within a bound, and read beyond it all the same', () => {
    const names = Array.from({ length: 200 }, (_, nth) => `value ${nth}`)
    expect(names.map((name) => v.parse(schema, name))).toEqual(names.map(always))
    expect(v.parse(schema, 'value 0')).toBe(v.parse(schema, 'value 0'))
    expect(v.parse(schema, 'value 199')).not.toBe(v.parse(schema, 'value 199'))
  })

  test.each([
    [v.string(), 'a'],
    [v.boolean(), false],
    [v.nullable(v.number()), null],
  ])('of any kind is the timeline that never changes: %#', (kind, value) => {
    expect(v.parse(timelineOf<v.GenericSchema>(kind), value)).toEqual(always(value))
  })

  test('that does not fit is told of as beside a timeline', () => {
    const told = (input: unknown) => v.safeParse(timelineOf(v.boolean()), input).issues?.[0].message
    expect(told('yes')).toBe('Invalid type: Expected (Object | boolean) but received "yes"')
    expect(told({})).toBe('Invalid type: Expected (Object | boolean) but received Object')
  })
})

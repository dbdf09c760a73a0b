import { describe, expect, test } from 'vitest'
import { boundariesOf } from '../../../mocks/world/boundaries.ts'
import { lastInstant, monthsAfter, parseInstant, toIso } from '../../../mocks/world/instant.ts'
import { sourceOf } from '../../../mocks/world/retention.ts'
import { type Timeline, timeline } from '../../../mocks/world/timeline.ts'
import { parseWorld, type World } from '../../../mocks/world/world.ts'

describe('months after', () => {
  test.each([
    ['2026-01-31T09:00:00.123Z', 6, '2026-07-31T09:00:00.123Z'],
    ['2026-08-31T23:59:59.999Z', 6, '2027-02-28T23:59:59.999Z'],
    ['2027-08-31T00:00:00.000Z', 6, '2028-02-29T00:00:00.000Z'],
    ['2026-12-15T12:00:00.000Z', 1, '2027-01-15T12:00:00.000Z'],
    ['2024-02-29T12:00:00.000Z', 12, '2025-02-28T12:00:00.000Z'],
  ])('%s, %i of them: %s', (from, months, wanted) => {
    expect(toIso(monthsAfter(parseInstant(from), months))).toBe(wanted)
  })
})

const began = parseInstant('2026-01-31T09:00:00Z')
const term = parseInstant('2026-07-31T09:00:00Z')

const worldWith = (source: unknown, startedAt: number | null = began, retention = { voqo: 6 }): World =>
  parseWorld({
    accounts: [],
    calls: [{ ref: 'c1', segments: [{ id: 's1', status: 'completed', source, startedAt }] }],
    retention,
  })

const changesAt = (world: World, vendor: string): Timeline<string>['changes'] => {
  const segment = world.calls[0]?.segments[0]
  if (!segment) throw new Error('There is a segment')
  return sourceOf(world, vendor, segment).changes
}

describe('a source under a term', () => {
  test.each<[string, unknown, number | null, readonly number[]]>([
    ['is gone when it is over', 'kept', began, [term]],
    [
      'is gone for good, whatever came later',
      timeline('kept', [term + 5, 'gone'], [term + 9, 'kept']),
      began,
      [term],
    ],
    ['can have gone before', timeline('kept', [began + 5, 'gone']), began, [began + 5]],
    ['that was gone and is back goes again', timeline('gone', [began + 5, 'kept']), began, [began + 5, term]],
    ['of which nobody knows when it began is kept', 'kept', null, []],
    [
      'of which nobody knows when it began keeps its own word',
      timeline('kept', [began + 5, 'gone']),
      null,
      [began + 5],
    ],
    ['that outlives the calendar is kept', 'kept', lastInstant - 1000, []],
    [
      'that ends with the calendar is gone',
      'kept',
      parseInstant('9999-06-30T23:59:59.999Z'),
      [parseInstant('9999-12-30T23:59:59.999Z')],
    ],
  ])('%s', (_, source, startedAt, wanted) => {
    const world = worldWith(source, startedAt)
    expect(changesAt(world, 'voqo').map(({ at }) => at)).toEqual(wanted)
    expect(boundariesOf(world)).toEqual(expect.arrayContaining([...wanted]))
  })

  test('that ends with the last instant of the calendar is gone', () => {
    const world = worldWith('kept', parseInstant('9999-07-31T23:59:59.999Z'), { voqo: 5 })
    expect(changesAt(world, 'voqo').map(({ at }) => at)).toEqual([lastInstant])
  })

  test('is none of another vendor’s', () => {
    expect(changesAt(worldWith('kept'), 'osvi')).toEqual([])
    const { retention: _, ...endless } = worldWith('kept')
    expect(changesAt(endless, 'voqo')).toEqual([])
    expect(boundariesOf(worldWith('kept', began, {} as { voqo: number }))).toEqual([])
  })
})

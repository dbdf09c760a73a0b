import { expect, test } from 'vitest'
import { openScale } from '../../../mocks/deck/scale.ts'
import { tickLabels } from '../../../mocks/deck/tick-labels.ts'

const nine = Date.parse('2026-01-31T09:00:00Z')
const minute = 60_000

test('labels say the time, of another day the day as well, and never touch', () => {
  const boundaries = [nine, nine + 1000, nine + 15 * minute, nine + 3 * 86_400_000]
  const scale = openScale(boundaries, nine)
  const labels = tickLabels(boundaries, scale, nine, 0.1)
  expect(labels.map(({ text }) => text)).toEqual(['09:00', '09:15', '02-03 09:00'])
  const all = tickLabels([...boundaries, ...boundaries.map((at) => at + 1)], scale, nine, 0.1)
  expect(all.length).toBe(3)
})

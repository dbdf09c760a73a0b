import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { customWorld } from '../../mocks/scenarios/custom.ts'
import { DisturbanceSchema, effectKinds, errorShapes } from '../../mocks/world/disturbance.ts'
import { CallSchema, policies, redactions, SegmentSchema } from '../../mocks/world/recording.ts'
import { storageIds } from '../../mocks/world/storage-id.ts'
import { limitTellings, profiles, WorldSchema } from '../../mocks/world/world.ts'

const page = readFileSync(new URL('../../docs/world.md', import.meta.url), 'utf8')
const start = 1_769_850_000_000

test('the world that docs/world.md shows is one that Playhead reads', () => {
  const shown = /```json\n([\s\S]*?)```/.exec(page)?.[1] ?? ''
  const world = customWorld(JSON.parse(shown), start)
  expect(world.calls[0]?.segments[0]?.status.changes).toEqual([{ at: start + 120_000, to: 'completed' }])
  expect(world.calls[0]?.replies[0]).toMatchObject({ at: start + 30_000, from: '+15550100001' })
  expect(world.disturbances[0]).toMatchObject({ from: start + 300_000, until: start + 360_000 })
  expect(world.accounts.map(({ id }) => id)).toEqual(['default', 'foreign'])
})

test('docs/world.md names every field of a world, and every way to tell a limit, to store and to speak', () => {
  const fields = [WorldSchema, CallSchema, SegmentSchema, DisturbanceSchema].flatMap((schema) =>
    Object.keys(schema.pipe[0].entries),
  )
  for (const field of fields) expect(page, field).toMatch(new RegExp(`\`[^\`]*\\b${field}\\b[^\`]*\``))
  for (const word of [
    ...limitTellings,
    ...storageIds,
    ...profiles,
    ...policies,
    ...redactions,
    ...errorShapes,
  ])
    expect(page).toContain(`\`${word}\``)
})

test('docs/world.md names every kind of disturbance there is', () => {
  for (const kind of effectKinds) expect(page).toContain(`\`${kind}\``)
})

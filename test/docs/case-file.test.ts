import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseCase } from '../../contracts/case.ts'
import { reference } from '../../contracts/clients/reference.ts'
import { runCase } from '../../contracts/run/run-case.ts'
import { GoalSchema, StepSchema } from '../../contracts/step.ts'
import { osvi } from '../../mocks/vendors/osvi.ts'

const page = readFileSync(new URL('../../docs/case-file.md', import.meta.url), 'utf8')

test('the case that docs/case-file.md shows runs', async () => {
  const shown = parseCase(JSON.parse(/```json\n([\s\S]*?)```/.exec(page)?.[1] ?? ''))
  const { events } = await runCase(shown, osvi, reference)
  const outcomes = events.flatMap((event) => (event.kind === 'answered' ? [event.outcome?.kind] : []))
  expect(outcomes).toEqual(['playable', 'playable'])
})

test('docs/case-file.md names every step and every goal there is', () => {
  for (const { entries } of StepSchema.options) expect(page).toContain(`\`${entries.do.literal}\``)
  for (const { entries } of GoalSchema.options) expect(page).toContain(`\`${entries.goal.literal}\``)
})

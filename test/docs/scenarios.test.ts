import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { scenarioPage } from '../../docs/write/scenarios.ts'

test('docs/scenarios.md is what the simulator answers; `npm run docs` makes it anew', () => {
  const page = readFileSync(new URL('../../docs/scenarios.md', import.meta.url), 'utf8')
  expect(page).toBe(scenarioPage())
})

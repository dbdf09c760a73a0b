import { scenarios } from '../../mocks/scenarios/index.ts'
import { type MediaAnswer, type ScenarioRow, scenarioTable } from '../../mocks/scenarios/table.ts'
import { vendors } from '../../mocks/vendors/index.ts'
import { parseInstant } from '../../mocks/world/instant.ts'

/** Any will do: scenarios are laid out around their start. */
const start = parseInstant('2026-01-31T09:00:00Z')

const media = (answer: MediaAnswer | undefined): string => {
  if (!answer) return 'no link'
  return answer.says === undefined ? `${answer.status}, plays` : `${answer.status}, ${answer.says}`
}

const cellsOf = ({ vendor, status, media: answer, allowed }: ScenarioRow): string => {
  const name = vendors.find(({ id }) => id === vendor)?.name ?? vendor
  return `| ${name} | ${status} | ${media(answer)} | ${allowed.join(', ')} |`
}

/** docs/scenarios.md: what each scenario is at each vendor, as the simulator answers it. */
export const scenarioPage = (): string => {
  const rows = scenarioTable(start)
  const sections = scenarios.map(({ name, title }) =>
    [
      `## ${name}`,
      '',
      title,
      '',
      '| vendor | API | media | a client may conclude |',
      '| --- | --- | --- | --- |',
      ...rows.filter(({ scenario }) => scenario === name).map(cellsOf),
      '',
    ].join('\n'),
  )
  return `${[
    '# Scenarios',
    '',
    'What the first question for the call `playable` gives at the start of each scenario: the API’s status, what storage',
    'answers to the first link in it, and every outcome that a client may fairly conclude, the best reading first.',
    '`playhead mock --scenario NAME` starts with one, `playhead scenario use NAME` changes to one.',
    '',
    '<!-- Made from the code by npm run docs; do not edit. -->',
    '',
    ...sections,
  ].join('\n')}`
}

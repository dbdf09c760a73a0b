import type { Kept } from './kept.ts'
import type { Section, Table } from './part.ts'

/** The parts by name, and what came of them. */
export type Measured = readonly (readonly [name: string, kept: Kept])[]

/** Whether every claim of a part holds. */
export const holds = ({ claims }: Section): boolean => claims.every((claim) => claim.holds)

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

const rowOf = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`

const tableOf = ({ says, columns, rows }: Table): string =>
  [says, '', rowOf(columns), rowOf(columns.map(() => '---')), ...rows.map(rowOf)].join('\n')

const verdictOf = (isHeld: boolean): string => (isHeld ? 'yes' : '**no**')

const claimsOf = ({ claims }: Section): Table => ({
  says: '',
  columns: ['claim', 'measured', 'holds'],
  rows: claims.map(({ says, measured, holds }) => [says, measured, verdictOf(holds)]),
})

const sectionText = ([name, { section, sources }]: Measured[number]): string =>
  [
    `## ${section.title}`,
    section.about,
    tableOf(claimsOf(section)).trimStart(),
    ...section.tables.map(tableOf),
    ...(section.details.length === 0 ? [] : [section.details.map((line) => `- ${line}`).join('\n')]),
    `To repeat it: \`npm run prove -- --only ${name}\`. Measured on the sources with the digest \`${sources}\`.`,
  ].join('\n\n')

const timingsText = (measured: Measured): string => {
  const lines = measured.flatMap(([, { section }]) => section.timings)
  return [
    '## What depends on the machine',
    'These figures are of the machine on which this page was written; another gives others. Nothing else on this page is a matter of time.',
    ...(lines.length === 0 ? ['There are none.'] : [lines.map((line) => `- ${line}`).join('\n')]),
  ].join('\n\n')
}

/** The page docs/strength.md. @param missing parts of which no whole measurement was ever made */
export const pageOf = (measured: Measured, missing: readonly string[] = []): string =>
  `${[
    '# How strong the suite is',
    'A suite of rules is worth as much as the wrong clients it catches and the right ones it leaves alone. What is claimed of this one is measured by `npm run prove`, which writes this page. Every figure comes of fixed seeds: a second run gives the same page. `npm run prove -- --short` checks the same claims with less work, and CI runs it; `--long` does more of it. Each part names the sources it was measured on: everything its code leans on, and the packages; `--resume` measures again what has changed since.',
    tableOf({
      says: '',
      columns: ['part', 'what is claimed', 'holds'],
      rows: [
        ...measured.map(([name, { section }]) => [name, section.title, verdictOf(holds(section))]),
        ...missing.map((name) => [name, `\`npm run prove -- --only ${name}\``, 'not measured yet']),
      ],
    }).trimStart(),
    ...measured.map(sectionText),
    timingsText(measured),
  ].join('\n\n')}\n`

/** What a part came to, for a terminal. */
export const shortText = ([name, section]: readonly [name: string, section: Section]): string =>
  [
    `${name}: ${section.title}`,
    ...section.claims.map(
      ({ says, measured, holds }) => `  ${holds ? 'holds' : 'FAILS'}  ${says} ${measured}`,
    ),
    ...section.details.map((line) => `         ${line}`),
    ...section.timings.map((line) => `         ${line}`),
  ].join('\n')

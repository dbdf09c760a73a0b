import { outputs } from '../../contracts/outputs/index.ts'

/** What has a schema of its own by being more than a command's output. */
const others: Readonly<Record<string, string>> = {
  case: 'a case file: `.playhead/*.json`',
  driver: 'one line between the suite and a driver, in either direction',
  report: '`playhead verify`, `observe`, `report` with `--json`; several reports are an array of them',
}

const rows: readonly (readonly [name: string, of: string])[] = [
  ...Object.entries(others),
  ...Object.entries(outputs).map(
    ([name, { of }]) => [name, of.replace(/playhead [\w -]+/g, '`$&`')] as const,
  ),
]

/** docs/reference/json.md: every shape of JSON that is published, and what prints it. */
export const jsonPage = (): string =>
  [
    '# JSON',
    '',
    '<!-- Made from the code by npm run docs; do not edit. -->',
    '',
    'With `--json` a command prints its result as one JSON value on standard output, and why it could not on standard error.',
    'Each shape has a JSON Schema (draft 2020-12), which the package exports as `playhead/NAME.schema.json`; our own tests hold',
    'what is really printed against it.',
    '',
    '| schema | of |',
    '| --- | --- |',
    ...rows
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([name, of]) => `| [${name}](../../generated/playhead/${name}.schema.json) | ${of} |`),
    '',
  ].join('\n')

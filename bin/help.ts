import type { Command, CommandOption } from './command.ts'
import { optionsOf, variableOf } from './parse.ts'

const columns = (rows: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n')
}

const section = (title: string, text: string): string => `${title}\n${text}`

const indented = (lines: readonly string[]): string => lines.map((line) => `  ${line}`).join('\n')

const flagOf = (name: string, { short, type, value }: CommandOption): string =>
  [
    `${short === undefined ? '' : `-${short}, `}--${name}`,
    ...(type === 'string' ? [value ?? 'VALUE'] : []),
  ].join(' ')

const synopsis = ({ name, usage }: Command): string =>
  ['playhead', name, ...(usage === undefined ? [] : [usage]), '[options]'].join(' ')

/** The help of the whole: what it is, lines to try, every command. */
export const overview = (
  commands: readonly Command[],
  { version, description }: { readonly version: string; readonly description: string },
): string =>
  [
    `playhead ${version}: ${description}`,
    section('Try', indented(commands.flatMap(({ examples }) => examples.slice(0, 1)))),
    section('Commands', columns(commands.map(({ name, summary }) => [name, summary]))),
    'Help for one of them: `playhead help mock`. Exit codes: 0 all is well, 1 something is not as it must be, 2 misuse.',
  ].join('\n\n')

/** The help of one command, examples first. */
export const helpFor = (command: Command): string => {
  const options = Object.entries(optionsOf(command))
  const variable = Object.entries(command.options).find(
    ([, { type, multiple }]) => type === 'string' && !multiple,
  )
  return [
    `playhead ${command.name}: ${command.summary}`,
    section('Examples', indented(command.examples)),
    section('Usage', indented([synopsis(command)])),
    section('Options', columns(options.map(([name, option]) => [flagOf(name, option), option.help]))),
    ...(variable
      ? [
          `An option with a value may come from the environment: ${variableOf(variable[0])} for --${variable[0]}.`,
        ]
      : []),
  ].join('\n\n')
}

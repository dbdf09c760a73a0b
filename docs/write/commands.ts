import type { Command, CommandOption } from '../../bin/command.ts'
import { optionsOf, variableOf } from '../../bin/parse.ts'
import { registry } from '../../bin/registry.ts'

const commands: readonly Command[] = await Promise.all(
  Object.values(registry).map(async (load) => (await load()).command),
)

const escaped = (text: string): string => text.replaceAll('|', '\\|')

const variable = (name: string, { type, multiple = false }: CommandOption): string =>
  type === 'string' && !multiple ? `\`${variableOf(name)}\`` : ''

const optionRow = ([name, option]: readonly [string, CommandOption]): string => {
  const { short, value, type, multiple, help } = option
  const flag = `--${name}${type === 'string' ? ` ${value ?? 'VALUE'}` : ''}`
  const often = multiple === true ? ' May be given several times.' : ''
  return `| \`${short === undefined ? '' : `-${short}, `}${flag}\` | ${variable(name, option)} | ${escaped(help)}${often} |`
}

const section = (command: Command): string => {
  const { name, summary, usage, examples } = command
  return [
    `## playhead ${name}`,
    '',
    summary,
    '',
    '```text',
    ['playhead', name, ...(usage === undefined ? [] : [usage]), '[options]'].join(' '),
    '```',
    '',
    'Such as',
    '',
    '```text',
    ...examples,
    '```',
    '',
    '| option | environment | says |',
    '| --- | --- | --- |',
    ...Object.entries(optionsOf(command)).map(optionRow),
    '',
  ].join('\n')
}

/** docs/reference/commands.md: every command, in the words of its own help. */
export const commandPage = (): string =>
  [
    '# Commands',
    '',
    '<!-- Made from the code by npm run docs; do not edit. -->',
    '',
    'An option on the line outdoes its environment variable, which outdoes [the config](../config.md), which outdoes the default.',
    'What was asked for is on standard output, all talk on standard error. Exit codes: 0 all is well, 1 something is not as it must',
    'be, 2 misuse, or nothing could be judged. `NO_COLOR` is obeyed; `PLAYHEAD_TRACE=1` shows where a fault of ours came from.',
    '',
    ...commands.map(section),
  ].join('\n')

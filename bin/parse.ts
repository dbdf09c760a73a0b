import { parseArgs } from 'node:util'
import { PlayheadError, shown } from '../mocks/world/error.ts'
import { nearest } from '../mocks/world/nearest.ts'
import type { Command, CommandContext, CommandOption } from './command.ts'

/** A command line understood. */
export interface Parsed extends Pick<CommandContext, 'values' | 'positionals'> {
  readonly wantsHelp: boolean
}

const config = {
  type: 'string',
  value: 'FILE',
  help: 'The config: playhead.config.ts, .js or .mjs if not given, where it is there.',
} as const satisfies CommandOption

const help = { type: 'boolean', short: 'h', help: 'Show this help.' } as const satisfies CommandOption

/** The options of a command, and those that all of them have. */
export const optionsOf = (command: Command): Command['options'] => ({ ...command.options, config, help })

/** The environment variable that stands for an option: `PLAYHEAD_STORAGE_PORT` for `--storage-port`. */
export const variableOf = (option: string): string => `PLAYHEAD_${option.toUpperCase().replaceAll('-', '_')}`

const misuse = (code: string, act: string, cure: string): PlayheadError =>
  new PlayheadError({ code, act, cure })

interface OptionToken {
  readonly name: string
  readonly rawName: string
  readonly value?: string | undefined
  readonly inlineValue?: boolean | undefined
}

const checkOption = (command: Command, { name, rawName, value, inlineValue }: OptionToken): void => {
  const options = optionsOf(command)
  const option = Object.hasOwn(options, name) ? options[name] : undefined
  const all = `\`playhead help ${command.name}\` lists all of them.`
  if (!option)
    throw misuse(
      'unknown-option',
      `Cannot use the option ${shown(rawName)} of \`playhead ${command.name}\``,
      `Did you mean --${nearest(name, Object.keys(options))}? ${all}`,
    )
  if (option.type === 'boolean' && value !== undefined)
    throw misuse(
      'unexpected-value',
      `Cannot give ${rawName} the value ${shown(value)}`,
      'Write it by itself.',
    )
  // `--at --freeze` is a forgotten value, `--port -1` a wrong one, which the command itself refuses better.
  const forgotten = value === undefined || (!inlineValue && /^--?[a-z]/i.test(value))
  if (option.type === 'string' && forgotten)
    throw misuse(
      'missing-value',
      `Cannot use ${rawName} without a value`,
      `Write ${rawName} ${option.value ?? 'VALUE'}. ${option.help}`,
    )
}

const fromEnvironment = (command: Command, env: CommandContext['env']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(optionsOf(command)).flatMap(([name, { type, multiple }]) => {
      const value = type === 'string' && !multiple ? env[variableOf(name)] : undefined
      return value ? [[name, value]] : []
    }),
  )

/**
 * Reads what stands after a command's name; options with a value that are not given come from the environment.
 * @throws PlayheadError `unknown-option`, `missing-value`, `unexpected-value`, `unexpected-argument`
 */
export const parse = (command: Command, args: readonly string[], env: CommandContext['env']): Parsed => {
  const options = Object.fromEntries(
    Object.entries(optionsOf(command)).map(([name, { type, short, multiple = false }]) => [
      name,
      { type, multiple, ...(short === undefined ? {} : { short }) },
    ]),
  )
  // Not strict, because the messages of parseArgs know no cure: the same is checked here, token by token.
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  for (const token of tokens) if (token.kind === 'option') checkOption(command, token)
  const wantsHelp = values.help === true
  // What stands after two hyphens is another command's, where this one runs one.
  const hyphens = command.runs === true ? args.indexOf('--') : -1
  const [word] =
    hyphens < 0 ? positionals : positionals.slice(0, positionals.length - args.slice(hyphens + 1).length)
  if (!wantsHelp && (command.usage === undefined || command.runs === true) && word !== undefined)
    throw misuse(
      'unexpected-argument',
      `Cannot use ${shown(word)}: \`playhead ${command.name}\` takes options alone`,
      `Write ${command.examples[0] ?? `playhead ${command.name}`}, or see \`playhead help ${command.name}\`.`,
    )
  return { values: { ...fromEnvironment(command, env), ...values }, positionals, wantsHelp }
}

import { PlayheadError, shown } from '../mocks/world/error.ts'
import { nearest } from '../mocks/world/nearest.ts'
import manifest from '../package.json' with { type: 'json' }
import type { Command, CommandContext } from './command.ts'
import { complain } from './complain.ts'
import { readConfig } from './config-file.ts'
import { withConfig } from './configured.ts'
import { helpFor, overview } from './help.ts'
import { parse } from './parse.ts'
import { registry } from './registry.ts'
import { takeInFrom } from './take-in-from.ts'
import { textOf } from './text-of.ts'

/** What a process hands to the command line: all of a command's context but what stands on the line itself. */
export type Terminal = Omit<CommandContext, 'values' | 'positionals' | 'commands'>

const load = async (name: string): Promise<Command> => {
  // `Object.hasOwn`, so that `playhead constructor` is an unknown command and not a crash.
  const loader = Object.hasOwn(registry, name) ? registry[name] : undefined
  if (loader) return (await loader()).command
  throw new PlayheadError({
    code: 'unknown-command',
    act: `Cannot find the command ${shown(name)}`,
    cure: `Did you mean \`playhead ${nearest(name, Object.keys(registry))}\`? \`playhead help\` lists all of them.`,
  })
}

const allCommands = (): Promise<readonly Command[]> => Promise.all(Object.keys(registry).map(load))

const help = async (name: string | undefined): Promise<string> =>
  name === undefined
    ? overview(await allCommands(), {
        version: manifest.version,
        description: manifest.description,
      })
    : helpFor(await load(name))

const isHelp = (argument: string | undefined): boolean => argument === '--help' || argument === '-h'

/**
 * Runs one command line.
 * @param argv what stands after `playhead`
 * @returns the exit code: 0, 1 where a command found what must not be, 2 for misuse and for faults of our own
 */
export const run = async (argv: readonly string[], terminal: Terminal): Promise<number> => {
  const [name, ...rest] = argv
  try {
    if (name === undefined || isHelp(name) || (name === 'help' && rest[0] === undefined))
      terminal.out(await help(undefined))
    else if (name === '--version' || name === '-V') terminal.out(manifest.version)
    else if (name === 'help') terminal.out(await help(rest[0]))
    else if (isHelp(rest[0])) terminal.out(await help(name))
    else {
      const command = await load(name)
      const { values, positionals, wantsHelp } = parse(command, rest, terminal.env)
      if (!wantsHelp) {
        const { cwd } = terminal
        const file = await readConfig(textOf(values, 'config'), cwd)
        await takeInFrom(file)
        return await command.run({
          ...terminal,
          values: withConfig(command, values, file, cwd),
          positionals,
          commands: allCommands,
        })
      }
      terminal.out(helpFor(command))
    }
    return 0
  } catch (error) {
    terminal.err(
      complain(error, { json: rest.includes('--json'), trace: terminal.env.PLAYHEAD_TRACE === '1' }),
    )
    return 2
  }
}

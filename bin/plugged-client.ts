import type { ClientModule } from '../contracts/client.ts'
import type { Rule, Transport } from '../contracts/define.ts'
import { isMoved, openCommand } from '../contracts/drivers/command.ts'
import { rulesForDriver } from '../contracts/drivers/for-drivers.ts'
import type { ClockMode } from '../contracts/drivers/protocol.ts'
import { loopback } from '../contracts/entries/loopback.ts'
import { PlayheadError, shown } from '../mocks/world/error.ts'
import type { CommandContext, CommandOption } from './command.ts'
import { loadClient } from './load-client.ts'
import { withOwnTimers } from './own-timers.ts'
import { textOf } from './text-of.ts'
import { transportHelp, transportNamed } from './transport-named.ts'

/** A client under test as a command line names it, ready to be run. */
export interface PluggedClient {
  readonly client: ClientModule
  readonly transport: Transport
  /** As reports name it where it has no name of its own. */
  readonly named: string
  /** How another command line has to name it. */
  readonly clientOption: string
  readonly clientArgument: string
  /** The rules as this client is held to them. */
  readonly heldTo: (rules: readonly Rule[]) => readonly Rule[]
  /** Fewer where each case takes long. */
  readonly budget: { readonly cases?: number; readonly shrinkTries?: number }
  /** What a reader of the report has to know to weigh it. */
  readonly note?: string | undefined
  readonly close: () => Promise<void>
}

/** The options that name a client under test. */
export const clientOptions = {
  client: {
    type: 'string',
    value: 'MODULE',
    help: 'The client: a module that exports connect, or builtin:reference.',
  },
  command: {
    type: 'string',
    value: 'LINE',
    help: 'The client, in any language: a command line that speaks docs/driver-protocol.md.',
  },
  transport: { type: 'string', value: 'NAME', help: transportHelp },
} as const satisfies Record<string, CommandOption>

/** A command takes a hundred times as long as a module: about half a minute for a vendor. */
const commandBudget = { cases: 100, shrinkTries: 60 } as const

/** A client that has the real clock alone is waited for, some seconds in each case. */
const realTimeBudget = { cases: 10, shrinkTries: 20 } as const

const advisory = 'rules on time are advisory, and a broken one is a warning'

/** What a reader has to know of a clock that the suite does not move. */
const clockNote = (clock: ClockMode): string | undefined => {
  if (isMoved(clock)) return undefined
  const scaled = clock === 'none' ? ' Cases were run in real time, their links living for seconds.' : ''
  return `The driver's clock is "${clock}": ${advisory}.${scaled}`
}

const quoted = (text: string): string =>
  /^[\w./:-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`

const plugCommand = async (line: string, { cwd, env }: CommandContext): Promise<PluggedClient> => {
  const { client, transport, clock, close } = await openCommand(line, loopback, { cwd, env })
  return {
    client,
    transport,
    named: line,
    clientOption: '--command',
    clientArgument: quoted(line),
    heldTo: (rules) => rulesForDriver(rules, clock),
    budget: clock === 'none' ? realTimeBudget : commandBudget,
    note: clockNote(clock),
    close,
  }
}

/**
 * Plugs in the client that `--client` or `--command` names.
 * @throws PlayheadError `missing-option`, `conflicting-options`, and as loading or starting it does
 */
export const pluggedClient = async (context: CommandContext, act: string): Promise<PluggedClient> => {
  const { values, cwd } = context
  const module = textOf(values, 'client')
  const line = textOf(values, 'command')
  const transport = textOf(values, 'transport')
  if (line !== undefined && (module !== undefined || (transport ?? 'loopback') !== 'loopback'))
    throw new PlayheadError({
      code: 'conflicting-options',
      act: `Cannot ${act} with --command ${shown(line)} and ${module === undefined ? `--transport ${transport}` : `--client ${shown(module)}`}`,
      cure: 'Give one client; a command is reached over loopback alone.',
    })
  if (line !== undefined) return plugCommand(line, context)
  if (module === undefined)
    throw new PlayheadError({
      code: 'missing-option',
      act: `Cannot ${act} without --client`,
      cure: 'Give the module that connects your client, --command with a driver, or builtin:reference to see one pass.',
    })
  return {
    client: withOwnTimers(await loadClient(module, cwd), module),
    transport: await transportNamed(transport),
    named: module,
    clientOption: '--client',
    clientArgument: module,
    heldTo: (rules) => rules,
    budget: {},
    close: async () => {},
  }
}

import { relative, resolve } from 'node:path'
import type { PlayheadConfig } from '../contracts/config.ts'
import type { Command, CommandValues } from './command.ts'
import type { ConfigFile } from './config-file.ts'

type Given = Readonly<Record<string, string | number | undefined>>

/** A file as it is given from the current folder, where the config gives it from its own. */
const moved = (file: string | undefined, folder: string, cwd: string): string | undefined => {
  if (file === undefined) return undefined
  const path = relative(cwd, resolve(folder, file))
  return path.startsWith('.') ? path : `./${path}`
}

/** A module: what begins with a dot is a file, anything else a package, or `builtin:NAME`. */
const movedModule = (module: string | undefined, folder: string, cwd: string): string | undefined =>
  module?.startsWith('.') ? moved(module, folder, cwd) : module

const idsOf = (some: readonly (string | { readonly id: string })[] = []): string | undefined =>
  some.length === 0 ? undefined : some.map((one) => (typeof one === 'string' ? one : one.id)).join(',')

/** Rules of one's own come beside all others, unless some are chosen by id. */
const rulesOf = (rules: NonNullable<PlayheadConfig['rules']> = []): string | undefined => {
  const chosen = rules.filter((rule) => typeof rule === 'string')
  return chosen.some((rule) => /^[a-z]/.test(rule)) ? idsOf(rules) : idsOf(chosen)
}

/** What judges a client: commands that do not speak of clients have options of the same name that mean another thing. */
const judging = ({ config, folder }: ConfigFile, cwd: string): Given => ({
  client: movedModule(config.client, folder, cwd),
  vendor: idsOf(config.vendors),
  rules: rulesOf(config.rules),
  cases: config.cases,
  seed: config.seed,
  'max-time': config.maxTime,
  transport: config.transport,
  baseline: moved(config.baseline, folder, cwd),
})

const mocking = ({ config: { mock = {} }, folder }: ConfigFile, cwd: string): Given => ({
  port: mock.port,
  'storage-port': mock.storagePort,
  scenario: mock.scenario,
  world: moved(mock.world, folder, cwd),
  at: mock.at,
  seed: mock.seed,
})

/** Ways to give the same thing: where one is given, the config's is not looked at. */
const instead: readonly (readonly string[])[] = [
  ['scenario', 'world', 'case'],
  ['client', 'command'],
]

const isOutdone = (name: string, values: CommandValues): boolean =>
  values[name] !== undefined ||
  instead.some((ways) => ways.includes(name) && ways.some((way) => values[way] !== undefined))

/** What a config says for a command, as if it had been given on the line, where neither the line nor the environment does. */
export const withConfig = (
  command: Command,
  values: CommandValues,
  file: ConfigFile | undefined,
  cwd: string,
): CommandValues => {
  if (!file) return values
  const { config, folder } = file
  const said: Given = {
    url: config.url,
    ...(command.name === 'baseline' ? { file: moved(config.baseline, folder, cwd) } : {}),
    ...(command.name === 'mock' ? mocking(file, cwd) : {}),
    ...('client' in command.options || 'command' in command.options ? judging(file, cwd) : {}),
  }
  const added = Object.entries(said).flatMap(([name, value]) =>
    value === undefined || !Object.hasOwn(command.options, name) || isOutdone(name, values)
      ? []
      : [[name, String(value)]],
  )
  return { ...Object.fromEntries(added), ...values }
}

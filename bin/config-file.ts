import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as v from 'valibot'
import type { PlayheadConfig } from '../contracts/config.ts'
import type { Rule } from '../contracts/define.ts'
import type { Vendor } from '../mocks/vendors/define.ts'
import { PlayheadError, shown } from '../mocks/world/error.ts'
import { nearest } from '../mocks/world/nearest.ts'

/** What a config is looked for as, in the current folder; the first that is there is taken. */
export const configNames = [
  'playhead.config.ts',
  'playhead.config.mts',
  'playhead.config.js',
  'playhead.config.mjs',
]

/** A config, and where it stands. */
export interface ConfigFile {
  readonly config: PlayheadConfig
  /** As it is told. */
  readonly file: string
  /** Where files that it names are looked for. */
  readonly folder: string
}

const hasAll = (value: unknown, kinds: Readonly<Record<string, string>>): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(kinds).every(([key, kind]) => typeof Reflect.get(value, key) === kind)

const text = v.pipe(v.string(), v.minLength(1))
const whole = v.pipe(v.number(), v.integer(), v.minValue(0))

const VendorSchema = v.custom<Vendor>(
  (value) => hasAll(value, { id: 'string', encode: 'function', decode: 'function', tells: 'function' }),
  'is neither an id nor what defineVendor gives',
)
const RuleSchema = v.custom<Rule>(
  (value) => hasAll(value, { id: 'string', judge: 'function', witness: 'function' }),
  'is neither an id nor what defineRule gives',
)

const fields = {
  client: v.optional(text),
  vendors: v.optional(v.array(v.union([text, VendorSchema], 'is neither an id nor what defineVendor gives'))),
  rules: v.optional(v.array(v.union([text, RuleSchema], 'is neither an id nor what defineRule gives'))),
  cases: v.optional(whole),
  seed: v.optional(whole),
  maxTime: v.optional(text),
  transport: v.optional(text),
  baseline: v.optional(text),
  url: v.optional(text),
  mock: v.optional(
    v.strictObject({
      port: v.optional(whole),
      storagePort: v.optional(whole),
      scenario: v.optional(text),
      world: v.optional(text),
      at: v.optional(text),
      seed: v.optional(whole),
    }),
  ),
}
const ConfigSchema = v.strictObject(fields)

const bad = (file: string, why: string, cure: string, cause?: unknown): PlayheadError =>
  new PlayheadError({ code: 'bad-config', act: `Cannot use the config ${shown(file)}: ${why}`, cure, cause })

const checked = (file: string, value: unknown): PlayheadConfig => {
  const read = v.safeParse(ConfigSchema, value)
  // Given back as it came: vendors and rules are what they are, and not a copy.
  if (read.success) return value as PlayheadConfig
  const [issue] = read.issues
  const path = v.getDotPath(issue) ?? ''
  const isUnknown = path !== '' && !path.includes('.') && !Object.hasOwn(fields, path)
  throw bad(
    file,
    isUnknown ? `nothing is called ${shown(path)} there` : `${path || 'the whole of it'} ${issue.message}`,
    isUnknown
      ? `Did you mean ${nearest(path, Object.keys(fields))}?`
      : 'See docs/config.md for what it may hold.',
  )
}

/**
 * The config that is named, or else the one of the current folder; `undefined` where there is none.
 * @throws PlayheadError `bad-config`
 */
export const readConfig = async (named: string | undefined, cwd: string): Promise<ConfigFile | undefined> => {
  const file = named ?? configNames.find((name) => existsSync(resolve(cwd, name)))
  if (file === undefined) return undefined
  const path = resolve(cwd, file)
  if (!existsSync(path))
    throw bad(file, 'there is no such file', `Give the path of one such as ${configNames[0]}, from ${cwd}.`)
  let loaded: { readonly default?: unknown }
  try {
    loaded = await import(pathToFileURL(path).href)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw bad(
      file,
      `it cannot be loaded: ${why}`,
      'Make it a module of ECMAScript, or of TypeScript that only needs its types stripped.',
      cause,
    )
  }
  if (loaded.default === undefined)
    throw bad(file, 'it has no default export', 'Write export default defineConfig({ … }).')
  return { config: checked(file, loaded.default), file, folder: dirname(path) }
}

import type { Vendor } from '../mocks/vendors/define.ts'
import { vendors as registry } from '../mocks/vendors/index.ts'
import { vendorNamed } from '../mocks/vendors/named.ts'
import { judgedBy } from './baseline/judged-by.ts'
import { parseBaseline } from './baseline.ts'
import { chosenRules, wholeCatalogue } from './catalogue.ts'
import type { ClientModule } from './client.ts'
import type { Rule, Transport } from './define.ts'
import { takeIn } from './outside.ts'
import type { Report } from './report.ts'
import { verify } from './verify.ts'

/** What a test runner is asked to hold a client to. */
export interface ContractOptions extends ClientModule {
  /** One vendor or several: ids, or vendors of your own. */
  readonly vendor: string | Vendor | readonly (string | Vendor)[]
  /** Only these rules; a version such as `1.0` pins the catalogue; a rule of your own comes along. @default all of them */
  readonly rules?: readonly (string | Rule)[]
  /** Generated cases for each vendor. @default 500 */
  readonly cases?: number
  /** @default 1 */
  readonly seed?: number
  /** What `playhead.baseline.json` holds, imported: the failures that are known, and excused until a day. */
  readonly baseline?: unknown
  /** The day a baseline is judged by, such as `2027-01-31`. @default the real one */
  readonly today?: string
  /**
   * Whether the client takes time from the globals, and not from `bench.now` and `bench.sleep` alone: they are virtual
   * while it runs. @default true
   */
  readonly ownTimers?: boolean
}

/** Loads what carries requests: when something is verified, and not before. */
export type LoadTransport = () => Promise<Transport>

/** The contract of one vendor: its rules, and the report that all of them are read from. */
export interface Contract {
  readonly vendor: Vendor
  readonly rules: readonly Rule[]
  /** Verifies the client when it is first asked for, and once. */
  report(): Promise<Report>
}

const listed = <T>(some: T | readonly T[]): readonly T[] => (Array.isArray(some) ? some : [some as T])

const isObject = <T extends object>(one: string | T): one is T => typeof one !== 'string'

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** The rules a client is held to: rules of one's own come beside all others, unless some are chosen by id. */
const rulesOf = (given: readonly (string | Rule)[]) => {
  const named = given.filter((one) => typeof one === 'string')
  const chosen = chosenRules(named)
  const own = given.filter(isObject).filter(({ id }) => !chosen.rules.some((rule) => rule.id === id))
  return { version: chosen.version, rules: [...chosen.rules, ...own] }
}

/**
 * The contracts that a client is to be held to, one for each vendor. Nothing is run before a report is asked for.
 * @throws PlayheadError `unknown-vendor`, `unknown-rule`, `unknown-catalogue`, `bad-outsider`, `bad-baseline`
 */
export const contractsOf = (options: ContractOptions, transport: LoadTransport): readonly Contract[] => {
  const { connect, capabilities, name = 'client', ownTimers = true, rules: given = [] } = options
  const vendorsGiven = listed(options.vendor)
  takeIn({ vendors: vendorsGiven.filter(isObject), rules: given.filter(isObject) })
  const client: ClientModule = { connect, name, ownTimers, ...(capabilities ? { capabilities } : {}) }
  const { rules, version } = rulesOf(given)
  const baseline = options.baseline === undefined ? undefined : parseBaseline(options.baseline)
  const { today = new Date().toISOString().slice(0, 10), cases, seed } = options

  return vendorsGiven.map((one): Contract => {
    const vendor = isObject(one) ? one : vendorNamed(one, 'Cannot describe a contract')
    return {
      vendor,
      rules: rules.filter((rule) => rule.vendors.includes(vendor.id)),
      report: once(async () => {
        const report = await verify({
          client,
          vendors: [vendor],
          rules,
          catalogue: version,
          ...(cases === undefined ? {} : { cases }),
          ...(seed === undefined ? {} : { seed }),
          transport: await transport(),
        })
        const setting = { rules: wholeCatalogue(), vendors: registry, today }
        return baseline ? judgedBy(report, baseline, setting) : report
      }),
    }
  })
}

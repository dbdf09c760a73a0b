import type { Vendor } from '../mocks/vendors/define.ts'
import type { Rule } from './define.ts'

/**
 * What `playhead.config.ts` holds. An option on the line outdoes an environment variable, which outdoes what stands here,
 * which outdoes the default. Files are looked for from the folder of the config.
 */
export interface PlayheadConfig {
  /** The client under test: a module that exports `connect`, a package, or `builtin:reference`. */
  readonly client?: string
  /** The vendors to verify against: ids, or vendors of your own, which are then known to every command. */
  readonly vendors?: readonly (string | Vendor)[]
  /**
   * Rules of your own, added to the catalogue; ids, to be held to these alone; or a version such as `1.0`, to pin the
   * catalogue to.
   */
  readonly rules?: readonly (string | Rule)[]
  /** Generated cases for each vendor. @default 500 */
  readonly cases?: number
  /** What cases are generated from. @default 1 */
  readonly seed?: number
  /** Real time after which no more cases are run, such as `60s`. @default no limit */
  readonly maxTime?: string
  /** `direct`, `loopback`, `msw` or `nock`. @default 'direct' */
  readonly transport?: string
  /** The file of known failures. @default 'playhead.baseline.json', where it is there */
  readonly baseline?: string
  /** Where a running server is found by the commands that talk to one. @default 'http://127.0.0.1:4010' */
  readonly url?: string
  /** How `playhead mock` begins. */
  readonly mock?: {
    readonly port?: number
    readonly storagePort?: number
    readonly scenario?: string
    /** A file of a world of your own, in place of a scenario. */
    readonly world?: string
    /** An instant: ISO 8601, or milliseconds since the epoch. */
    readonly at?: string
    readonly seed?: number
  }
}

/**
 * Types a config.
 * @example export default defineConfig({ client: './test/playhead-adapter.ts', vendors: ['osvi'] })
 */
export const defineConfig = (config: PlayheadConfig): PlayheadConfig => config

import { scenarioNamed } from '../../scenarios/index.ts'
import type { Vendor } from '../../vendors/define.ts'
import { vendorNamed } from '../../vendors/named.ts'
import type { BackendPaths } from '../detour.ts'
import { readStart, type WrittenStart } from '../written-start.ts'

/** How the mock stands in a dev server. */
export interface PlayheadPluginOptions extends WrittenStart {
  /**
   * `proxy`: the dev server answers, and the two origins of vendors and storage stand beside it. `msw`: each page answers
   * for itself, through MSW's service worker.
   * @default 'proxy'
   */
  readonly mode?: 'proxy' | 'msw'
  /** Paths of the dev server that stand for your own backend, and the vendor behind each: `{ '/api': 'osvi' }`. */
  readonly backend?: BackendPaths
  /** Where vendors answer beside the dev server; 0 takes a free port. @default 0 */
  readonly port?: number
  /** Where storage answers. @default the port after the other, or a free one where that is free as well */
  readonly storagePort?: number
  /** Only with `proxy`: what a page runs cannot be handed over. @default every vendor Playhead speaks */
  readonly vendors?: readonly Vendor[]
}

/**
 * Refuses what cannot be, so that a mistake stops the dev server at its start.
 * @throws PlayheadError `unknown-scenario`, `unknown-vendor`, `bad-instant`, `bad-world`, `bad-duration`
 */
export const checkOptions = async (options: PlayheadPluginOptions): Promise<void> => {
  const { scenario, backend = {}, vendors, ...rest } = options
  if (scenario !== undefined) scenarioNamed(scenario)
  await readStart(rest, Date.now())
  for (const [path, id] of Object.entries(backend)) vendorNamed(id, `Cannot answer ${path}`, vendors)
}

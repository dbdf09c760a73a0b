import type { Vendor } from '../../mocks/vendors/define.ts'
import type { Capabilities } from '../client.ts'
import type { Need, Rule, Transport } from '../define.ts'
import type { Op } from '../history.ts'
import { notShownBy } from '../run/shown-by.ts'

interface Able {
  readonly ops: readonly Op[]
  readonly capabilities: Capabilities
  readonly vendor: Vendor
}

/**
 * What is missing for each need, in words; `undefined` where nothing is. `wire` and `waits` are read off the history: a
 * client that retries is judged as one that does.
 */
const missing: Readonly<Record<Need, (able: Able) => string | undefined>> = {
  look: () => undefined,
  wire: () => undefined,
  waits: () => undefined,
  download: ({ ops }) => (ops.includes('download') ? undefined : 'the client has no download()'),
  resume: ({ ops, capabilities }) =>
    ops.includes('download') && capabilities.resume
      ? undefined
      : 'the client does not declare capabilities.resume',
  replies: ({ ops, vendor }) =>
    !vendor.operations.some(({ asks }) => asks === 'replies')
      ? `${vendor.name} has no replies`
      : ops.includes('replies')
        ? undefined
        : 'the client has no listReplies()',
  logs: ({ capabilities }) =>
    capabilities.logs ? undefined : 'the client does not declare capabilities.logs',
  cancel: ({ capabilities }) =>
    capabilities.cancel ? undefined : 'the client does not declare capabilities.cancel',
  concurrency: ({ capabilities }) =>
    capabilities.concurrency === false ? 'the client declares that it answers one ask at a time' : undefined,
}

/** Why a rule cannot be judged for a client at a vendor; `undefined` where it can. */
export const unmetNeed = ({ needs }: Rule, able: Able): string | undefined => {
  for (const need of needs) {
    const why = missing[need](able)
    if (why !== undefined) return why
  }
  return undefined
}

/**
 * Why a rule cannot be passed over a transport: its own witness takes trouble that is not shown truthfully there, so that
 * a client which breaks the rule might never be seen to. Where it is broken all the same, it is.
 */
export const unshownTrouble = (rule: Rule, vendor: Vendor, transport: Transport): string | undefined =>
  transport.cannotShow && notShownBy(rule.witness(vendor.id), transport)

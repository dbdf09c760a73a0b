import * as v from 'valibot'
import { vendors } from '../../mocks/vendors/index.ts'
import type { Account, KeyState } from '../../mocks/world/account.ts'
import type { Effect } from '../../mocks/world/disturbance.ts'
import { CallSchema } from '../../mocks/world/recording.ts'
import { always } from '../../mocks/world/timeline.ts'
import { unused } from '../../mocks/world/usage.ts'
import { type Case, caseVersion } from '../case.ts'
import { catalogueVersion } from '../catalogue-version.ts'
import type { Goal, Step } from '../step.ts'

/** Where every witness begins: 31 January 2026, 09:00:00 UTC. */
export const witnessStart = 1_769_850_000_000

/** What a witness shows beside its steps. */
export interface Scene {
  /** Calls beside or in place of `c1`, which has one segment `s1` that plays. */
  readonly calls?: readonly v.InferInput<typeof CallSchema>[]
  readonly lifetimeSeconds?: number
  readonly key?: KeyState
}

const account = (vendor: string, id: string, state: KeyState): Account => {
  const key = vendors.find((one) => one.id === vendor)?.credential?.defaultKey
  return {
    id,
    // Turned round, another account's key has the vendor's own length and is another text.
    keys: key
      ? [{ vendor, value: id === 'default' ? key : [...key].reverse().join(''), state: always(state) }]
      : [],
  }
}

/** A case of a few steps in a small world: `c1` plays, unless the scene says otherwise. */
export const witness = (vendor: string, steps: readonly Step[], scene: Scene = {}): Case => ({
  playhead: caseVersion,
  rules: catalogueVersion,
  vendors: [vendor],
  world: {
    seed: 1,
    accounts: [account(vendor, 'default', scene.key ?? 'valid'), account(vendor, 'foreign', 'valid')],
    calls: (scene.calls ?? [{ ref: 'c1', segments: [segment()] }]).map((call) => v.parse(CallSchema, call)),
    disturbances: [],
    lifetimes: scene.lifetimeSeconds === undefined ? {} : { [vendor]: scene.lifetimeSeconds },
    quotas: true,
  },
  usage: unused,
  steps,
  clock: { at: witnessStart, skewMs: 0 },
  seed: 1,
})

type SegmentInput = NonNullable<v.InferInput<typeof CallSchema>['segments']>[number]

/** A segment of half a minute that plays, unless it is given otherwise. */
export const segment = (given: Partial<SegmentInput> = {}): SegmentInput => ({
  id: 's1',
  status: 'completed',
  startedAt: witnessStart - 600_000,
  ...given,
})

type Ask = Extract<Step, { do: 'ask' }>

/** The client is asked what of `c1` can be played. */
export const look = (given: Partial<Ask> = {}): Step => ({ do: 'ask', op: 'look', call: 'c1', ...given })
/** The client is asked to download `c1`. */
export const download = (given: Partial<Ask> = {}): Step => ({ ...look(given), op: 'download' }) as Ask
/** The client is asked for the replies to `c1`. */
export const replies = (given: Partial<Ask> = {}): Step => ({ ...look(given), op: 'replies' }) as Ask
/** Some milliseconds pass. */
export const pass = (ms: number): Step => ({ do: 'clock', to: { goal: 'by', ms } })
/** Time goes to the end of the link last told for `c1`. */
export const toLinkEnd = (offsetMs = 0): Step => ({
  do: 'clock',
  to: { goal: 'link-end', call: 'c1', offsetMs } satisfies Goal,
})

/** From now on requests to the API, or so many of them once some have passed, meet trouble. */
export const trouble = (effect: Effect, count?: number, role: 'api' | 'storage' = 'api', skip = 0): Step => ({
  do: 'disturb',
  disturbance: {
    id: [role, effect.kind, 'status' in effect ? effect.status : 0].join('-'),
    effect,
    on: { role },
    skip,
    ...(count ? { count } : {}),
  },
})

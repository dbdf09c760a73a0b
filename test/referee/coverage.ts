import { simulate } from '../../mocks/simulator.ts'
import type { Vendor } from '../../mocks/vendors/define.ts'
import { vendors } from '../../mocks/vendors/index.ts'
import { idOf } from '../../mocks/vendors/lookup.ts'
import type { Effect } from '../../mocks/world/disturbance.ts'
import { storageIds } from '../../mocks/world/storage-id.ts'
import { unused } from '../../mocks/world/usage.ts'
import type { World } from '../../mocks/world/world.ts'
import { asking, fetching, settingOf } from '../support/asking.ts'
import { linksOf, withStorage } from '../support/links.ts'
import { phaseStart, phases } from './phases.ts'
import type { Referee } from './prism.ts'
import { troubles, unreachable } from './troubles.ts'
import { verdictOn } from './verdict.ts'

/** How one cell of the table was found. */
export type Cell =
  | { readonly kind: 'visited' }
  | { readonly kind: 'unreachable'; readonly reason: string }
  | { readonly kind: 'missed' | 'surprise'; readonly what: string }

/** One cell: what had become of the recording, what was asked, what went wrong. */
export interface Place {
  readonly phase: string
  readonly operation: string
  readonly trouble: string
  readonly cell: Cell
}

/** One way to ask, in a world. */
interface Column {
  readonly name: string
  readonly asks: 'recording' | 'replies' | 'media'
  ask(world: World): Cell
}

const struck = (effect: Effect | undefined, trouble: string | undefined): boolean =>
  (trouble !== undefined) === (effect !== undefined)

const apiColumns = (vendor: Vendor, referee: Referee): readonly Column[] =>
  vendor.operations.map((operation) => ({
    name: `${vendor.id} ${operation.asks}`,
    asks: operation.asks,
    ask: (world) => {
      const [call] = world.calls
      const request = asking(vendor, call ? idOf(vendor, world, call) : '', undefined, operation)
      const answer = simulate(settingOf(world, phaseStart), unused, 'api', request)
      if (!struck(world.disturbances[0]?.effect, answer.sighting.trouble))
        return { kind: 'missed', what: 'the disturbance did not strike' }
      return verdictOn(referee, operation.id, answer) === 'surprise'
        ? { kind: 'surprise', what: `${answer.response.status} ${answer.response.body}` }
        : { kind: 'visited' }
    },
  }))

const transport = new Set<string>(['reset', 'truncate', 'silence'])

/** Storage of each kind; a link that was had before the phase began is followed in it. */
const mediaColumns: readonly Column[] = storageIds.map((storage, index) => ({
  name: `${vendors[index]?.id} media at ${storage}`,
  asks: 'media',
  ask: (given) => {
    const [vendor] = vendors.slice(index)
    const world = withStorage(given, storage)
    const [link] = vendor ? linksOf(vendor, { ...world, disturbances: [] }, phaseStart - 1000) : []
    if (!link) return { kind: 'missed', what: 'there was no link' }
    const answer = simulate(settingOf(world, phaseStart), unused, 'storage', fetching(link.url))
    const effect = world.disturbances[0]?.effect
    if (!struck(effect, answer.sighting.trouble))
      return { kind: 'missed', what: 'the disturbance did not strike' }
    const wanted = effect && transport.has(effect.kind) ? 'transport' : ''
    return answer.sighting.breaks.join() === wanted
      ? { kind: 'visited' }
      : { kind: 'surprise', what: answer.sighting.breaks.join() }
  },
}))

/** Visits phase × operation × disturbance, once each. */
export const cover = (referees: ReadonlyMap<string, Referee>): readonly Place[] => {
  const columns = [
    ...vendors.flatMap((vendor) => {
      const referee = referees.get(vendor.id)
      return referee ? apiColumns(vendor, referee) : []
    }),
    ...mediaColumns,
  ]
  return phases.flatMap(([phase, world]) =>
    columns.flatMap(({ name, asks, ask }) =>
      troubles.map(([trouble, effect]): Place => {
        const reason = unreachable(effect, asks)
        const disturbances = effect ? [{ id: 'd', on: {}, skip: 0, effect }] : []
        const cell: Cell = reason ? { kind: 'unreachable', reason } : ask({ ...world, disturbances })
        return { phase, operation: name, trouble, cell }
      }),
    ),
  )
}

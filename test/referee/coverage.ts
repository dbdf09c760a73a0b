import { type Answer, simulate } from '../../mocks/simulator.ts'
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
import { type Asking, troubles, unreachable } from './troubles.ts'
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
export interface Column extends Asking {
  readonly name: string
  /** `undefined` where there is nothing to ask for. */
  answer(world: World): Answer | undefined
  /** What is wrong with an answer; `undefined` where nothing is. */
  fault(answer: Answer, effect: Effect | undefined): string | undefined
}

const apiColumns = (vendor: Vendor, referee: Referee): readonly Column[] =>
  vendor.operations.map((operation) => ({
    name: `${vendor.id} ${operation.asks}`,
    vendor: vendor.id,
    asks: operation.asks,
    answer: (world) => {
      const [call] = world.calls
      const request = asking(vendor, call ? idOf(vendor, world, call) : '', undefined, operation)
      return simulate(settingOf(world, phaseStart), unused, 'api', request)
    },
    fault: (answer) =>
      verdictOn(referee, operation.id, answer) === 'surprise'
        ? `${answer.response.status} ${answer.response.body}`
        : undefined,
  }))

const transport = new Set<string>(['reset', 'truncate', 'silence'])

/** Storage of each kind; a link that was had before the phase began is followed in it. */
const mediaColumns: readonly Column[] = storageIds.flatMap((storage, index): readonly Column[] => {
  const vendor = vendors[index]
  if (!vendor) return []
  return [
    {
      name: `${vendor.id} media at ${storage}`,
      vendor: vendor.id,
      asks: 'media',
      answer: (given) => {
        const world = withStorage(given, storage)
        const [link] = linksOf(vendor, { ...world, disturbances: [] }, phaseStart - 1000)
        return link && simulate(settingOf(world, phaseStart), unused, 'storage', fetching(link.url))
      },
      fault: ({ sighting }, effect) => {
        const wanted = effect && transport.has(effect.kind) ? 'transport' : ''
        return sighting.breaks.join() === wanted ? undefined : `breaks ${sighting.breaks}`
      },
    },
  ]
})

/** Everything that can be asked: each operation of each vendor, and storage of each kind. */
export const columnsOf = (referees: ReadonlyMap<string, Referee>): readonly Column[] => [
  ...vendors.flatMap((vendor) => {
    const referee = referees.get(vendor.id)
    return referee ? apiColumns(vendor, referee) : []
  }),
  ...mediaColumns,
]

/** A world in which every request meets an effect, or none. */
export const under = (world: World, effect: Effect | undefined): World => ({
  ...world,
  disturbances: effect ? [{ id: 'd', on: {}, skip: 0, effect }] : [],
})

const cellOf = (column: Column, world: World, effect: Effect | undefined): Cell => {
  const reason = unreachable(effect, column)
  if (reason !== undefined) return { kind: 'unreachable', reason }
  const answer = column.answer(under(world, effect))
  if (!answer) return { kind: 'missed', what: 'there was nothing to ask for' }
  if ((answer.sighting.trouble !== undefined) !== (effect !== undefined))
    return { kind: 'missed', what: 'the disturbance did not strike' }
  const what = column.fault(answer, effect)
  return what === undefined ? { kind: 'visited' } : { kind: 'surprise', what }
}

/** Visits phase × operation × disturbance, once each. */
export const cover = (referees: ReadonlyMap<string, Referee>): readonly Place[] =>
  phases.flatMap(([phase, world]) =>
    columnsOf(referees).flatMap((column) =>
      troubles.map(
        ([trouble, effect]): Place => ({
          phase,
          operation: column.name,
          trouble,
          cell: cellOf(column, world, effect),
        }),
      ),
    ),
  )

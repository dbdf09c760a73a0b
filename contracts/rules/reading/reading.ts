import type { Vendor } from '../../../mocks/vendors/define.ts'
import { vendorNamed } from '../../../mocks/vendors/named.ts'
import type { Instant } from '../../../mocks/world/instant.ts'
import type { History } from '../../history.ts'
import { type Ask, asksOf } from './ask.ts'
import { clientClock } from './client-clock.ts'
import { type Exchange, exchangesOf } from './exchange.ts'
import { type Link, linksOf } from './link.ts'
import { type Telling, tellingOf } from './telling.ts'

/** A history understood: who asked what, what was sent for it, what was told. Every rule begins with it. */
export interface Reading {
  readonly vendor: Vendor
  readonly asks: readonly Ask[]
  readonly exchanges: readonly Exchange[]
  /** The URLs told, in the order they were. */
  readonly links: readonly Link[]
  /** The client's clock at each event. */
  readonly clock: readonly Instant[]
  readonly tellings: ReadonlyMap<Exchange, Telling>
}

const readings = new WeakMap<History, Reading>()

/** Reads a history, once however many rules ask. @throws PlayheadError `unknown-vendor` */
export const readHistory = (history: History): Reading => {
  const known = readings.get(history)
  if (known) return known
  const vendor = vendorNamed(history.vendor, 'Cannot judge a history')
  const exchanges = exchangesOf(history, vendor)
  const made: Reading = {
    vendor,
    asks: asksOf(history),
    exchanges,
    links: exchanges.flatMap((exchange) => linksOf(vendor, exchange)),
    clock: clientClock(history),
    tellings: new Map(exchanges.map((exchange) => [exchange, tellingOf(vendor, exchange)])),
  }
  readings.set(history, made)
  return made
}

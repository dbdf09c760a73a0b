import type { IncomingMessage } from 'node:http'
import type { Comparison } from '../../../contracts/drift/change.ts'
import type { ApiDocument } from '../../../contracts/drift/document/api-document.ts'
import type { Found } from '../../../contracts/drift/found.ts'
import { essence } from '../../../contracts/drift/operations/media.ts'
import { checkExchange } from '../../../contracts/drift/traffic/check-exchange.ts'
import { openCoverage } from '../../../contracts/drift/traffic/coverage.ts'
import type { Exchange } from '../../../contracts/drift/traffic/exchanges.ts'
import { operationFinder } from '../../../contracts/drift/traffic/find-operation.ts'
import { isJson } from '../../../contracts/drift/traffic/is-json.ts'
import { linksIn, openLifetimes } from '../../../contracts/drift/traffic/lifetimes.ts'
import { openTally } from '../../../contracts/drift/traffic/tally.ts'
import { openKeys } from '../../../contracts/drivers/observe/keys-seen.ts'
import { maskValue, openMask } from '../../../contracts/run/mask.ts'
import { wireRequestOf } from '../../../mocks/hosts/node-request.ts'
import type { Vendor } from '../../../mocks/vendors/define.ts'
import { openLinkAsker } from './ask-links.ts'
import type { Passed } from './forward.ts'
import { reasonOf } from './stand-proxy.ts'

/** What became of the requests so far. */
export interface Counted {
  /** Checked against the document. */
  readonly checked: number
  /** Passed on, and no operation of the document. */
  readonly undescribed: number
  /** Broken off before their end, by either side. */
  readonly cut: number
  /** Without any answer. */
  readonly unanswered: number
  /** Checked but for their bodies, which were too long or packed in an unknown way. */
  readonly unread: number
  /** Why there was no answer the last time. */
  readonly why: string | undefined
}

/** Looks on at what passes, and checks it. */
export interface Watcher {
  see(asked: IncomingMessage, passed: Passed): void
  counted(): Counted
  /** What was found, without any key that was sent. */
  told(): Comparison
  /** Asks what links are left, where that is wished, and tells how many were asked and refused. */
  close(): Promise<{ readonly asked: number; readonly refused: number }>
}

/** What a watcher is told. */
export interface WatchOptions {
  /** Whether links are asked whether they live as long as they were said to. @default false */
  readonly asksLinks?: boolean
}

/** More keys than any client has: from here on nothing is learnt, so that what is kept has an end. */
const mostKeys = 100

/** Begins to check what passes against a vendor's document. @param now real time, in milliseconds since the epoch */
export const openWatcher = (
  vendor: Vendor,
  document: ApiDocument,
  now: () => number,
  { asksLinks = false }: WatchOptions = {},
): Watcher => {
  const operationOf = operationFinder(document)
  const tally = openTally()
  const coverage = openCoverage(document)
  const lifetimes = openLifetimes()
  const tell = (exchange: Exchange, found: readonly Found[]): void => {
    const operation = operationOf(exchange)
    if (operation) tally.add(exchange, operation, found)
  }
  const asker = asksLinks ? openLinkAsker(now, ({ exchange }, found) => tell(exchange, found)) : undefined
  const keys = openKeys()
  const counts = { checked: 0, undescribed: 0, cut: 0, unanswered: 0, unread: 0 }
  let why: string | undefined
  const learn = (headers: Readonly<Record<string, string>>): void => {
    if (keys.all().length >= mostKeys) return
    for (const name of new Set([vendor.credential?.header, 'authorization', 'x-api-key', 'api-token']))
      keys.meet(headers, name)
  }
  const check = (
    asked: IncomingMessage,
    { answer, body }: Extract<Passed, { readonly kind: 'answered' }>,
  ): void => {
    const { method, path, headers } = wireRequestOf(asked)
    learn(headers)
    const type = answer.headers['content-type'] ?? ''
    const exchange = {
      vendor,
      method,
      path,
      sent: headers,
      at: now(),
      status: answer.statusCode ?? 0,
      headers: { 'content-type': type },
      body,
    }
    for (const early of lifetimes.see(exchange)) tell(early.exchange, [early.found])
    const operation = operationOf(exchange)
    if (!operation) {
      counts.undescribed += 1
      return
    }
    counts.checked += 1
    if (body === undefined && isJson(essence(type))) counts.unread += 1
    if (asker) for (const link of linksIn(exchange)) asker.expect(link)
    tally.add(exchange, operation, checkExchange(document, operation, exchange))
    coverage.see(operation, exchange)
  }
  return {
    see: (asked, passed) => {
      if (passed.kind === 'answered') check(asked, passed)
      else if (passed.kind === 'cut') counts.cut += 1
      else {
        counts.unanswered += 1
        why = reasonOf(passed.cause)
      }
    },
    close: async () => (await asker?.close()) ?? { asked: 0, refused: 0 },
    counted: () => ({ ...counts, why }),
    told: () => {
      const mask = openMask({ apiOrigin: '{api}', storageOrigin: '{storage}', keys: keys.all() })
      return maskValue(mask, { ...tally.told(), unseen: coverage.unseen() }) as Comparison
    },
  }
}

import { vendors as registry } from '../../../mocks/vendors/index.ts'
import { pathOnly } from '../../../mocks/vendors/route.ts'
import type { History } from '../../history.ts'
import { readHistory } from '../../rules/reading/reading.ts'
import { historyOf } from './history-of.ts'
import type { RunLine } from './run.ts'

const requestsOf = (lines: readonly RunLine[], role: 'api' | 'storage'): readonly RunLine[] =>
  lines.filter(({ event }) => event.kind === 'sent' && event.role === role)

/** Where answers send the app, each with the request it came of. */
const pointersIn = (history: History): readonly (readonly [url: string, request: string])[] => [
  ...readHistory(history).links.map(({ url, exchange }) => [url, exchange.sent.request] as const),
  ...history.events.flatMap((event) =>
    event.kind === 'received' && event.status >= 300 && event.status < 400 && event.headers.location
      ? [[event.headers.location, event.request] as const]
      : [],
  ),
]

/**
 * Which vendor each request of a run belongs to. A request to an API names it by its path; one to storage is the vendor's
 * whose answers had told a URL of the same path by then, whatever has become of its query since. What nobody told is
 * nobody's: it may come from an earlier run.
 */
export const ownersIn = (lines: readonly RunLine[]): ReadonlyMap<string, string> => {
  const owners = new Map<string, string>()
  for (const { event, vendor } of requestsOf(lines, 'api'))
    if (vendor !== undefined) owners.set(event.request, vendor)
  const answered = new Map(
    lines.flatMap(({ event }, index) => (event.kind === 'received' ? [[event.request, index] as const] : [])),
  )
  const told = new Map<string, { readonly vendor: string; readonly from: number }>()
  for (const { id } of registry) {
    const mine = lines.filter(({ event }) => owners.get(event.request) === id)
    for (const [url, request] of pointersIn(historyOf(id, mine)))
      if (!told.has(pathOnly(url)))
        told.set(pathOnly(url), { vendor: id, from: answered.get(request) ?? lines.length })
  }
  for (const [index, { event }] of lines.entries()) {
    if (event.kind !== 'sent' || event.role !== 'storage') continue
    const pointer = told.get(`{storage}${pathOnly(event.path)}`)
    if (pointer && pointer.from < index) owners.set(event.request, pointer.vendor)
  }
  return owners
}

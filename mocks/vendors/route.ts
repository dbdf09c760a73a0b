import { nearest } from '../world/nearest.ts'
import type { Operation, Vendor } from './define.ts'

/** A request understood: whose operation it is, and of which call (as sent, still encoded). */
export interface Route {
  readonly vendor: Vendor
  readonly operation: Operation
  readonly rawId: string
}

/** A template's text before its one parameter, and after it. */
interface Pattern {
  readonly before: string
  readonly after: string
}

const patterns = new WeakMap<Operation, Pattern>()

const patternOf = (operation: Operation): Pattern => {
  const known = patterns.get(operation)
  if (known) return known
  const { path } = operation
  const pattern = { before: path.slice(0, path.indexOf('{')), after: path.slice(path.indexOf('}') + 1) }
  patterns.set(operation, pattern)
  return pattern
}

/** The id in a path, from a place on, that is one of an operation's. */
const idIn = (path: string, from: number, operation: Operation): string | undefined => {
  const { before, after } = patternOf(operation)
  if (!path.startsWith(before, from) || !path.endsWith(after)) return undefined
  const id = path.slice(from + before.length, path.length - after.length)
  return id === '' || id.includes('/') ? undefined : id
}

const isBelow = (path: string, { id }: Vendor): boolean =>
  path.startsWith(id, 1) && path.charAt(id.length + 1) === '/' && path.startsWith('/')

/** Path without its query. */
export const pathOnly = (path: string): string => {
  const query = path.indexOf('?')
  return query < 0 ? path : path.slice(0, query)
}

/**
 * The operation a path means, whatever the method: at the root, where all vendors' routes are disjoint, or below
 * `/<vendor>`.
 * @example routeOf(vendors, '/osvi/v1/call/00000000-0000-4000-8000-000000000001/recording')
 */
export const routeOf = (vendors: readonly Vendor[], path: string): Route | undefined => {
  const whole = pathOnly(path)
  const named = vendors.find((one) => isBelow(whole, one))
  const from = named ? named.id.length + 1 : 0
  for (const vendor of named ? [named] : vendors)
    for (const operation of vendor.operations) {
      const rawId = idIn(whole, from, operation)
      if (rawId !== undefined) return { vendor, operation, rawId }
    }
  return undefined
}

/** A template with the path's own id in it, so that the length of ids and of parameters' names makes no difference. */
const filled = (template: string, path: string): string => {
  const given = path.split('/')
  return template
    .split('/')
    .map((part, place) => (part.startsWith('{') ? (given[place] ?? part) : part))
    .join('/')
}

/** The operation whose path is most like a path that means none, for an error that helps. */
export const nearestRoute = (vendors: readonly Vendor[], path: string): string => {
  const given = pathOnly(path)
  const templates = vendors.flatMap(({ id, operations }) =>
    operations.flatMap((one) => [`/${id}${one.path}`, one.path]),
  )
  const byPath = new Map(templates.map((template) => [filled(template, given), template]))
  return byPath.get(nearest(given, [...byPath.keys()])) ?? ''
}

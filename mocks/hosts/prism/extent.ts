import { type Fields, isFields } from './fields.ts'

/** How large a document is, once every reference in it is written out. */
export interface Extent {
  readonly nodes: number
  readonly depth: number
  /** Where an object stands within itself, if one does. */
  readonly circular: string | undefined
  /** The first reference that leads nowhere. */
  readonly dangling: string | undefined
}

interface Size {
  readonly nodes: number
  readonly depth: number
}

/** Beyond this, nothing need be counted any more. */
const boundless = 1e9

/** How deep a document is followed before it counts as boundless; far less than what a stack holds. */
const deepest = 600

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** What a reference within the document points at (RFC 6901, as a URI fragment). */
const pointedAt = (document: Fields, reference: string): unknown => {
  let at: unknown = document
  for (const part of reference.slice(1).split('/').slice(1)) {
    const name = decoded(part).replaceAll('~1', '/').replaceAll('~0', '~')
    at = typeof at === 'object' && at !== null && Object.hasOwn(at, name) ? (at as Fields)[name] : undefined
  }
  return at
}

/**
 * Measures a document without writing it out: each object is counted once and its size added wherever it is meant.
 * References that lead back to themselves are fine, and cost nothing more.
 * @param see called once for each object and list, with where it first stands
 */
export const extentOf = (document: Fields, see: (object: object, at: string) => void): Extent => {
  const known = new Map<object, Size>()
  const open = new Set<object>()
  let circular: string | undefined
  let dangling: string | undefined

  const sizeOf = (value: unknown, at: string, within: number, meant: boolean): Size => {
    if (typeof value !== 'object' || value === null) return { nodes: 1, depth: 1 }
    const measured = known.get(value)
    if (measured) return measured
    if (open.has(value)) {
      if (!meant) circular ??= at
      return { nodes: 1, depth: 1 }
    }
    if (within > deepest) return { nodes: boundless, depth: boundless }
    see(value, at)
    open.add(value)
    let nodes = 1
    let depth = 0
    const add = (size: Size): void => {
      nodes = Math.min(boundless, nodes + size.nodes)
      depth = Math.max(depth, size.depth)
    }
    for (const [name, part] of Object.entries(value)) add(sizeOf(part, `${at}/${name}`, within + 1, false))
    if (isFields(value) && typeof value.$ref === 'string' && value.$ref.startsWith('#')) {
      const target = pointedAt(document, value.$ref)
      if (target === undefined) dangling ??= value.$ref
      else add(sizeOf(target, value.$ref, within + 1, true))
    }
    open.delete(value)
    const size = { nodes, depth: depth + 1 }
    known.set(value, size)
    return size
  }

  const { nodes, depth } = sizeOf(document, '#', 0, false)
  return { nodes, depth, circular, dangling }
}

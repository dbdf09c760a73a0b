import type { ApiDocument } from '../document/api-document.ts'
import { meant } from '../document/api-document.ts'
import { entriesOf, type Located, under } from '../document/located.ts'
import { type Found, within } from '../found.ts'
import type { RuleId } from '../rules/index.ts'
import type { Direction } from '../schemas/scope.ts'
import type { Documents } from './documents.ts'

/** A content type without its parameters, in small letters. */
export const essence = (type: string): string => type.split(';', 1)[0]?.trim().toLowerCase() ?? ''

/** Whether a range of content types holds one. */
export const holds = (range: string, type: string): boolean =>
  range === type || range === '*/*' || (range.endsWith('/*') && type.startsWith(range.slice(0, -1)))

/** The content types of a body, in small letters and without parameters. */
export const mediaOf = (document: ApiDocument, holder: Located): ReadonlyMap<string, Located> =>
  new Map(entriesOf(under(holder, 'content')).map(([type, media]) => [essence(type), meant(document, media)]))

/** Whether a schema says anything at all. */
const isSaid = ({ value }: Located): boolean =>
  value !== undefined && value !== true && (typeof value !== 'object' || Object.keys(value ?? {}).length > 0)

/** Two bodies, and whose words they are. */
interface Bodies extends Documents {
  readonly direction: Direction
}

const compareMedia = ({ direction, compare }: Bodies, before: Located, after: Located): readonly Found[] => {
  const [was, is] = [under(before, 'schema'), under(after, 'schema')]
  const told = (rule: RuleId): readonly Found[] => [
    { rule, place: [], base: { at: before.at }, head: { at: after.at } },
  ]
  if (!isSaid(was)) return isSaid(is) ? told(`${direction}-schema-added`) : []
  return isSaid(is) ? compare({ base: [was], head: [is], direction }) : told('schema-removed')
}

/** Compares the content types of a body, and what each of them holds. */
export const compareContent = (bodies: Bodies, base: Located, head: Located): readonly Found[] => {
  const [was, is] = [mediaOf(bodies.base, base), mediaOf(bodies.head, head)]
  const { direction } = bodies
  const told = (rule: RuleId, type: string, before: Located, after: Located): Found => ({
    rule,
    place: [],
    base: { at: before.at, ...(was.has(type) ? { value: type } : {}) },
    head: { at: after.at, ...(is.has(type) ? { value: type } : {}) },
  })
  /** The types on the other side that are this one: itself, a range that holds it, or, of a range, what it holds. */
  const partners = (type: string): readonly Located[] => {
    const own = is.get(type)
    if (own) return [own]
    const wider = [...is].find(([one]) => holds(one, type))
    if (wider) return [wider[1]]
    return direction === 'response'
      ? [...is].filter(([one]) => holds(type, one)).map(([, media]) => media)
      : []
  }
  const kept = [...was].flatMap(([type, media]): readonly Found[] => {
    const others = partners(type)
    return others.length > 0
      ? others.flatMap((other) => within(type, compareMedia(bodies, media, other)))
      : [told(`${direction}-media-type-removed`, type, media, head)]
  })
  const added = [...is].flatMap(([type, media]) =>
    was.has(type) || (direction === 'response' && [...was.keys()].some((one) => holds(one, type)))
      ? []
      : [told(`${direction}-media-type-added`, type, base, media)],
  )
  // A body where none was is told by its status, or as a body.
  return was.size === 0 ? [] : [...kept, ...added]
}

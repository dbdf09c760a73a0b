import { isObject, type Json } from '../../../mocks/world/json.ts'
import type { Unseen } from '../change.ts'
import { type ApiDocument, meant } from '../document/api-document.ts'
import { type Located, under } from '../document/located.ts'
import { whereOf } from '../gather.ts'
import { essence, holds, mediaOf } from '../operations/media.ts'
import { type ApiOperation, titleOf } from '../operations/operation.ts'
import { answering, responsesOf } from '../operations/statuses.ts'
import { shapeOf } from '../shape/shape-of.ts'
import type { Exchange } from './exchanges.ts'
import { isJson } from './is-json.ts'
import { jsonOf } from './json-of.ts'
import { promisedBy } from './promised.ts'

/** So many values of one answer are looked at; the rest is like them. */
const mostValues = 5000

/** What a document lists somewhere, and how much of it has come. */
interface Listed {
  readonly all: Set<string>
  readonly come: Set<string>
}

interface Watched {
  readonly operation: ApiOperation
  readonly statuses: Set<string>
  /** By kind and place. */
  readonly listed: Map<string, Listed>
}

/** What of a document never came, however long one looked: nothing is known of that. */
export interface Coverage {
  see(operation: ApiOperation, exchange: Exchange): void
  unseen(): readonly Unseen[]
}

const listedAt = ({ listed }: Watched, kind: Unseen['kind'], place: readonly string[]): Listed => {
  const key = JSON.stringify([kind, whereOf(place)])
  const known = listed.get(key) ?? { all: new Set(), come: new Set() }
  listed.set(key, known)
  return known
}

/** Begins to note what comes of what a document describes. */
export const openCoverage = (document: ApiDocument): Coverage => {
  const watched = new Map<string, Watched>()
  const look = (seen: Watched, whole: Json, schema: Located, begin: readonly string[]): void => {
    let left = mostValues
    const go = (value: Json, schemas: readonly Located[], place: readonly string[]): void => {
      left -= 1
      if (left < 0) return
      const kinds = shapeOf(document, schemas).alternatives
      const words = kinds.flatMap((kind) => kind.words ?? [])
      if (words.length > 1) {
        const values = listedAt(seen, 'value', place)
        for (const word of words) values.all.add(JSON.stringify(word))
        if (values.all.has(JSON.stringify(value))) values.come.add(JSON.stringify(value))
      }
      for (const kind of kinds) {
        if (Array.isArray(value)) {
          const items = kind.parts.flatMap((part) => ('items' in part.value ? [under(part, 'items')] : []))
          if (items.length > 0) for (const one of value) go(one, items, [...place, '[]'])
        } else if (isObject(value) && kind.type === 'object') {
          const { described } = promisedBy(document, kind)
          const fields = listedAt(seen, 'field', place)
          for (const [name, inside] of described) {
            fields.all.add(name)
            const held = Object.hasOwn(value, name) ? value[name] : undefined
            if (held === undefined) continue
            fields.come.add(name)
            go(held, inside, [...place, `.${name}`])
          }
        }
      }
    }
    go(whole, [schema], begin)
  }
  const lookAt = (seen: Watched, { status, headers, body }: Exchange): void => {
    const text = String(status)
    const response = answering(responsesOf(document, seen.operation), text)
    const type = essence(headers['content-type'] ?? '')
    const value = isJson(type) && body !== undefined ? jsonOf(body) : undefined
    if (!response || value === undefined) return
    const [, media] =
      [...mediaOf(document, meant(document, response))].find(([range]) => holds(range, type)) ?? []
    const schema = media && under(media, 'schema')
    if (schema?.value !== undefined) look(seen, value, schema, [text, type])
  }
  const statusesOf = ({ operation, statuses }: Watched): readonly string[] =>
    [...responsesOf(document, operation).keys()]
      .filter(
        (one) =>
          one !== 'DEFAULT' && ![...statuses].some((status) => one === status || one === `${status[0]}XX`),
      )
      .sort()
  return {
    see: (operation, exchange) => {
      const title = titleOf(operation)
      const seen = watched.get(title) ?? { operation, statuses: new Set(), listed: new Map() }
      watched.set(title, seen)
      seen.statuses.add(String(exchange.status))
      lookAt(seen, exchange)
    },
    unseen: () =>
      [...watched].flatMap(([operation, seen]): readonly Unseen[] => {
        const statuses = statusesOf(seen)
        const told = [...seen.listed].flatMap(([key, { all, come }]): readonly Unseen[] => {
          const [kind, where] = JSON.parse(key) as [Unseen['kind'], string]
          const never = [...all].filter((one) => !come.has(one))
          return never.length === 0
            ? []
            : [
                {
                  operation,
                  where,
                  kind,
                  never: kind === 'value' ? never.map((one) => JSON.parse(one)) : never,
                },
              ]
        })
        return statuses.length === 0
          ? told
          : [
              { operation, where: '', kind: 'status', never: statuses.map((one) => one.toLowerCase()) },
              ...told,
            ]
      }),
  }
}

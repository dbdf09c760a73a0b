import { isObject, type Json } from '../../../mocks/world/json.ts'
import { holdsObject, type Located } from '../document/located.ts'
import type { Found } from '../found.ts'
import { quantitiesIn } from '../prose/quantities.ts'
import type { RuleId } from '../rules/index.ts'
import { inOneOrder } from '../shape/in-one-order.ts'

const texts = new Set(['summary', 'description', 'title', 'tags', 'externalDocs'])

const oneLine = (value: Json): string =>
  (typeof value === 'string' ? value : inOneOrder(value)).replace(/\s+/g, ' ').trim()

const collected = (one: Located, takes: (key: string) => boolean): readonly string[] =>
  holdsObject(one)
    ? Object.entries(one.value)
        .filter(([key]) => takes(key))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, value]) => oneLine(value))
    : []

const isText = (key: string): boolean => texts.has(key)
const isExtension = (key: string): boolean => key.startsWith('x-')

/** Compares what people read at a part that is no schema: its texts, what lengths of time they name, and extensions. */
export const comparedProse = (base: Located, head: Located): readonly Found[] => {
  if (!isObject(base.value) || !isObject(head.value)) return []
  const told = (rule: RuleId, was: readonly string[], is: readonly string[]): readonly Found[] =>
    was.join('\n') === is.join('\n')
      ? []
      : [
          {
            rule,
            place: [],
            base: { at: base.at, value: was.join(' / ') },
            head: { at: head.at, value: is.join(' / ') },
          },
        ]
  const [was, is] = [collected(base, isText), collected(head, isText)]
  const [named, names] = [quantitiesIn(was.join('\n')), quantitiesIn(is.join('\n'))]
  const quantities = named.length === 0 ? [] : told('quantity-changed', named, names)
  return [
    ...(quantities.length > 0 ? quantities : told('text-changed', was, is)),
    ...told('extension-changed', collected(base, isExtension), collected(head, isExtension)),
  ]
}

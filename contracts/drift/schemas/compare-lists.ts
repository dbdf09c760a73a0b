import { type Located, membersOf, under } from '../document/located.ts'
import { type Found, within } from '../found.ts'
import type { Alternative } from '../shape/shape.ts'
import { type Check, spotOf } from './scope.ts'

const itemsOf = ({ parts }: Alternative): readonly Located[] =>
  parts.flatMap((part) => ('items' in part.value ? [under(part, 'items')] : []))

const anything = ({ parts }: Alternative): Located => ({ value: {}, at: parts[0]?.at ?? '' })

const placesOf = ({ parts }: Alternative): readonly Located[] =>
  parts.flatMap((part) => membersOf(under(part, 'prefixItems')))

/** Compares what lists hold: at each place that has a schema of its own, and elsewhere. */
export const compareLists: Check = (scope, base, head) => {
  const [before, after] = [itemsOf(base), itemsOf(head)]
  const items =
    before.length + after.length === 0
      ? []
      : within(
          '[]',
          scope.compare(
            before.length > 0 ? before : [anything(base)],
            after.length > 0 ? after : [anything(head)],
          ),
        )
  const [was, is] = [placesOf(base), placesOf(head)]
  if (was.length !== is.length) {
    const rule = `${scope.direction}-constraint-${is.length > was.length ? 'added' : 'removed'}` as const
    const places: Found = {
      rule,
      place: ['(prefixItems)'],
      base: spotOf(base, 'prefixItems'),
      head: spotOf(head, 'prefixItems'),
    }
    return [...items, places]
  }
  return [...items, ...was.flatMap((one, n) => within(`[${n}]`, scope.compare([one], is.slice(n, n + 1))))]
}

import type { Located } from '../document/located.ts'
import { type Found, type Spot, within } from '../found.ts'
import type { RuleId } from '../rules/index.ts'
import type { Alternative } from '../shape/shape.ts'
import { compareOthers } from './compare-others.ts'
import { envelopesOf } from './envelopes.ts'
import { type Fields, fieldsOf } from './fields.ts'
import { type Check, type Scope, spotOf } from './scope.ts'

const removed = ({ direction }: Scope, name: string, before: Fields, after: Fields): RuleId => {
  if (direction === 'response')
    return before.required.has(name)
      ? 'response-required-property-removed'
      : 'response-optional-property-removed'
  return after.others === false ? 'request-property-refused' : 'request-property-removed'
}

const hasDefault = (scope: Scope, schemas: readonly Located[]): boolean =>
  scope.shape('head', schemas).parts.some(({ value }) => 'default' in value)

const added = (
  scope: Scope,
  name: string,
  schemas: readonly Located[],
  before: Fields,
  after: Fields,
): RuleId => {
  if (scope.direction === 'response')
    return before.others === false ? 'response-closed-object-extended' : 'response-property-added'
  const mustBeSent = after.required.has(name) && !before.required.has(name) && !hasDefault(scope, schemas)
  return mustBeSent ? 'required-request-property-added' : 'optional-request-property-added'
}

const necessity = (scope: Scope, name: string, before: Fields, after: Fields): readonly RuleId[] => {
  const [was, is] = [before.required.has(name), after.required.has(name)]
  if (was === is) return []
  if (is && scope.direction === 'request' && hasDefault(scope, after.described.get(name) ?? [])) return []
  return [`${scope.direction}-property-became-${is ? 'required' : 'optional'}`]
}

const spot = (one: Alternative, schemas: readonly Located[] | undefined, name: string): Spot => ({
  at: schemas?.[0]?.at ?? spotOf(one, 'properties').at,
  ...(schemas ? { value: name } : {}),
})

/** Compares the fields of objects. */
export const compareObjects: Check = (scope, base, head) => {
  const [before, after] = [fieldsOf(scope, 'base', base), fieldsOf(scope, 'head', head)]
  const names = new Set([
    ...before.described.keys(),
    ...after.described.keys(),
    ...before.required,
    ...after.required,
  ])
  const { settled, found } = envelopesOf(scope, base, head, before, after)
  const fields = [...names].flatMap((name): readonly Found[] => {
    if (settled.has(name)) return []
    const [was, is] = [before.described.get(name), after.described.get(name)]
    const told = (rule: RuleId): Found => ({
      rule,
      place: [`.${name}`],
      base: spot(base, was, name),
      head: spot(head, is, name),
    })
    if (was && !is) return [told(removed(scope, name, before, after))]
    if (is && !was) {
      // What was said of fields in general held for this one.
      const general = before.others && scope.direction === 'response' ? scope.compare(before.others, is) : []
      return [told(added(scope, name, is, before, after)), ...within(`.${name}`, general)]
    }
    const inside = was && is ? within(`.${name}`, scope.compare(was, is)) : []
    return [...necessity(scope, name, before, after).map(told), ...inside]
  })
  // Of another envelope it says nothing whether more may come in it.
  const others = found.length > 0 ? [] : compareOthers(scope, base, head, before, after)
  return [...found, ...fields, ...others]
}

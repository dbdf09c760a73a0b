import type { Json } from '../../../mocks/world/json.ts'
import type { ApiDocument } from '../document/api-document.ts'
import { entriesOf, type Located, membersOf, under } from '../document/located.ts'
import { type Found, within } from '../found.ts'
import type { RuleId } from '../rules/index.ts'
import { constraints, isUnknown } from '../shape/keywords.ts'
import type { Alternative } from '../shape/shape.ts'
import { spelled } from '../shape/spelled.ts'
import { type Check, type Direction, type Scope, saidIn, spotOf } from './scope.ts'

const written = (document: ApiDocument, values: readonly Json[]): string =>
  [...new Set(values.map((value) => spelled(document, value)))].sort().join()

const ruleFor = (direction: Direction, keyword: string, before: string, after: string): RuleId => {
  if (isUnknown(keyword)) return 'unknown-keyword-changed'
  if (before !== '' && after !== '') return 'constraint-changed'
  return `${direction}-constraint-${before === '' ? 'added' : 'removed'}`
}

/** Keywords of a kind that are compared here. */
const keywordsIn = ({ parts }: Alternative): readonly string[] =>
  parts.flatMap(({ value }) => Object.keys(value).filter((key) => constraints.has(key) || isUnknown(key)))

/** Keywords that hold a schema for what is let through, and those that hold several by name. */
const schemas = new Set(['contains', 'propertyNames', 'contentSchema', 'unevaluatedItems'])
const schemasByName = new Set(['patternProperties', 'dependentSchemas'])

const schemasUnder = (one: Alternative, keyword: string): readonly Located[] =>
  one.parts.flatMap((part) => (keyword in part.value ? [under(part, keyword)] : []))

const namedUnder = (one: Alternative, keyword: string): ReadonlyMap<string, Located> =>
  new Map(schemasUnder(one, keyword).flatMap(entriesOf))

/** What stands under a keyword on both sides, each pair by its name. */
const inside = (
  scope: Scope,
  keyword: string,
  base: Alternative,
  head: Alternative,
): readonly Found[] | undefined => {
  if (schemas.has(keyword)) return scope.compare(schemasUnder(base, keyword), schemasUnder(head, keyword))
  if (!schemasByName.has(keyword)) return undefined
  const [was, is] = [namedUnder(base, keyword), namedUnder(head, keyword)]
  const names = [...new Set([...was.keys(), ...is.keys()])]
  return names.flatMap((name): readonly Found[] => {
    const [before, after] = [was.get(name), is.get(name)]
    if (before && after) return within(name, scope.compare([before], [after]))
    const rule = `${scope.direction}-constraint-${after ? 'added' : 'removed'}` as const
    return [
      {
        rule,
        place: [name],
        base: before && { at: before.at, value: name },
        head: after && { at: after.at, value: name },
      },
    ]
  })
}

/** What must come along with a field: the names under each field's. */
const companions = (one: Alternative): ReadonlySet<string> =>
  new Set(
    [...namedUnder(one, 'dependentRequired')].flatMap(([name, list]) =>
      membersOf(list).map(({ value }) => `${name} → ${value}`),
    ),
  )

const dependent = (before: ReadonlySet<string>, after: ReadonlySet<string>, direction: Direction): RuleId => {
  const isNarrower = [...before].every((one) => after.has(one))
  if (!isNarrower && ![...after].every((one) => before.has(one))) return 'constraint-changed'
  return `${direction}-constraint-${isNarrower ? 'added' : 'removed'}`
}

/** Compares keywords that ask for one more thing, and those that nobody knows. */
export const compareConstraints: Check = (scope, base, head) =>
  [...new Set([...keywordsIn(base), ...keywordsIn(head)])].flatMap((keyword): readonly Found[] => {
    const [before, after] = [saidIn(base, keyword), saidIn(head, keyword)]
    const [was, is] = [written(scope.base, before), written(scope.head, after)]
    if (was === is) return []
    const found = was !== '' && is !== '' ? inside(scope, keyword, base, head) : undefined
    if (found) return within(`(${keyword})`, found)
    const rule =
      keyword === 'dependentRequired'
        ? dependent(companions(base), companions(head), scope.direction)
        : ruleFor(scope.direction, keyword, was, is)
    return [
      {
        rule,
        place: [`(${keyword})`],
        base: spotOf(base, keyword, before[0]),
        head: spotOf(head, keyword, after[0]),
      },
    ]
  })

import { type ApiDocument, meant } from '../document/api-document.ts'
import { entriesOf, type Located, membersOf, textUnder, under } from '../document/located.ts'
import { type Found, within } from '../found.ts'
import type { RuleId } from '../rules/index.ts'
import type { Documents } from './documents.ts'
import type { ApiOperation } from './operation.ts'

/** Headers that are told elsewhere, which a document's parameters do not describe. */
const told = new Set(['accept', 'content-type', 'authorization'])

const usualStyle: Readonly<Record<string, string>> = {
  query: 'form',
  cookie: 'form',
  path: 'simple',
  header: 'simple',
}

/** What a parameter is known by: its place and name; in a path its position, since its name is never sent. */
const keyOf = (parameter: Located, path: string): string | undefined => {
  const place = textUnder(parameter, 'in')
  const name = textUnder(parameter, 'name')
  if (place === undefined || name === undefined) return undefined
  if (place === 'header') return told.has(name.toLowerCase()) ? undefined : `header ${name.toLowerCase()}`
  const names = [...path.matchAll(/\{([^}]*)\}/g)].map(([, one]) => one)
  return place === 'path' ? `path ${names.indexOf(name)}` : `${place} ${name}`
}

/** The parameters of an operation, those of its path included. */
export const parametersOf = (
  document: ApiDocument,
  { operation, item, path }: ApiOperation,
): ReadonlyMap<string, Located> =>
  new Map(
    [item, operation].flatMap((holder) =>
      membersOf(under(holder, 'parameters')).flatMap((one): readonly (readonly [string, Located])[] => {
        const parameter = meant(document, one)
        const key = keyOf(parameter, path)
        return key === undefined || key === 'path -1' ? [] : [[key, parameter]]
      }),
    ),
  )

const isRequired = (parameter: Located): boolean =>
  under(parameter, 'required').value === true || textUnder(parameter, 'in') === 'path'

const styleOf = (parameter: Located): string => {
  const [media] = entriesOf(under(parameter, 'content'))
  if (media) return `as ${media[0]}`
  const style = textUnder(parameter, 'style') ?? usualStyle[textUnder(parameter, 'in') ?? '']
  const explode = under(parameter, 'explode').value ?? style === 'form'
  return `${style}, ${explode === true ? 'exploded' : 'not exploded'}`
}

/** The schema of a parameter, also where it travels as a document of its own. */
const schemaOf = (parameter: Located): Located => {
  const [media] = entriesOf(under(parameter, 'content'))
  return media ? under(media[1], 'schema') : under(parameter, 'schema')
}

const compareOne = ({ compare }: Documents, was: Located, is: Located): readonly Found[] => {
  const finding = (rule: RuleId, before: unknown, after: unknown): Found => ({
    rule,
    place: [],
    base: { at: was.at, value: before as string },
    head: { at: is.at, value: after as string },
  })
  const [before, after] = [isRequired(was), isRequired(is)]
  const style = [styleOf(was), styleOf(is)] as const
  const asText = under(is, 'content').value === undefined
  return [
    ...(before === after
      ? []
      : [finding(after ? 'parameter-became-required' : 'parameter-became-optional', before, after)]),
    ...(style[0] === style[1] ? [] : [finding('parameter-style-changed', ...style)]),
    ...compare({ base: [schemaOf(was)], head: [schemaOf(is)], direction: 'request', asText }),
  ]
}

/** Compares the parameters of an operation. */
export const compareParameters = (
  documents: Documents,
  base: ApiOperation,
  head: ApiOperation,
): readonly Found[] => {
  const [before, after] = [parametersOf(documents.base, base), parametersOf(documents.head, head)]
  const nameOf = (parameter: Located): string => textUnder(parameter, 'name') ?? ''
  const stepOf = (parameter: Located): string =>
    `${textUnder(parameter, 'in')} parameter ${nameOf(parameter)}`
  const gone = [...before].flatMap(([key, was]): readonly Found[] => {
    const is = after.get(key)
    if (is) return within(stepOf(is), compareOne(documents, was, is))
    return key.startsWith('path ')
      ? []
      : [
          {
            rule: 'parameter-removed',
            place: [stepOf(was)],
            base: { at: was.at, value: nameOf(was) },
            head: { at: head.operation.at },
          },
        ]
  })
  const added = [...after].flatMap(([key, is]): readonly Found[] => {
    if (before.has(key) || key.startsWith('path ')) return []
    const rule = isRequired(is) ? 'required-parameter-added' : 'optional-parameter-added'
    return [
      { rule, place: [stepOf(is)], base: { at: base.operation.at }, head: { at: is.at, value: nameOf(is) } },
    ]
  })
  return [...gone, ...added]
}

import { createHash } from 'node:crypto'
import type { Change, Place, Side, Touched } from './change.ts'
import type { Found, Spot } from './found.ts'
import { byGrade } from './grade.ts'
import { type ApiOperation, titleOf } from './operations/operation.ts'
import { driftRules } from './rules/index.ts'
import { touchedBy } from './touches/touched-by.ts'

/** One difference, and the operation it was found in; none where it is the document's own. */
export interface Gathered {
  readonly operation: ApiOperation | undefined
  readonly found: Found
}

/** The longest value that is told in full. */
const longestValue = 400

const sideOf = ({ at, value }: Spot): Side => {
  const text = value === undefined ? '' : JSON.stringify(value)
  const told = text.length > longestValue ? `${text.slice(0, longestValue)}…` : value
  return { pointer: at, ...(told === undefined ? {} : { value: told }) }
}

/** The step that names what changed, and a keyword behind it. */
const subjectOf = (place: readonly string[]): string => {
  const steps = place.filter((step) => /^[.([]|^header|parameter/.test(step))
  return steps
    .slice(-2)
    .filter((_step, n, all) => n === all.length - 1 || all.at(-1)?.startsWith('('))
    .join(' ')
}

/** What is one cause: the same of the same name, wherever it shows; of what only people read, all together. */
const causeOf = ({ found: { rule, place, base, head, cause } }: Gathered): string => {
  if (driftRules[rule].grade === 'editorial') return rule
  return cause !== undefined
    ? JSON.stringify([rule, cause])
    : // A length of time is one, said in words or shown as an example.
      JSON.stringify([
        rule,
        base?.value ?? null,
        head?.value ?? null,
        rule === 'quantity-changed' ? '' : subjectOf(place),
      ])
}

const isInside = (step: string | undefined): boolean => /^[.[{]/.test(step ?? '')

/** A place in one line: fields are joined as they are read in code. Names come from others, and may hold anything. */
export const whereOf = (place: readonly string[]): string =>
  place
    .map((step, n) => (n === 0 || (isInside(step) && isInside(place[n - 1])) ? step : ` ${step}`))
    .join('')
    .replace(/\p{Cc}+/gu, ' ')

const placeOf = ({ operation, found: { place, base, head } }: Gathered): Place => ({
  operation: operation ? titleOf(operation) : '',
  where: whereOf(place),
  // What was seen on the wire stands in no document.
  ...(base && base.at !== '' ? { base: { pointer: base.at } } : {}),
  ...(head && head.at !== '' ? { head: { pointer: head.at } } : {}),
})

const touchesOf = (group: readonly [Gathered, ...Gathered[]]): Touched => {
  const [{ found: first }] = group
  if (first.rests) return { rules: first.rests, files: [] }
  if (driftRules[first.rule].grade === 'editorial') return { rules: [], files: [] }
  return touchedBy(
    group.flatMap(({ operation, found: { rule, place, fields = [] } }) => [
      { operation, rule, place },
      ...fields.map((name) => ({ operation, rule, place: [...place, `.${name}`] })),
    ]),
  )
}

const changeOf = (group: readonly [Gathered, ...Gathered[]]): Change => {
  const [first] = group
  const { rule, base, head } = first.found
  const operations = [...new Set(group.map(({ operation }) => (operation ? titleOf(operation) : '')))].sort()
  const { grade, says } = driftRules[rule]
  return {
    fingerprint: createHash('sha256')
      .update(JSON.stringify([causeOf(first), operations]))
      .digest('hex')
      .slice(0, 16),
    rule,
    grade,
    says,
    ...(base ? { base: sideOf(base) } : {}),
    ...(head ? { head: sideOf(head) } : {}),
    places: group.map(placeOf),
    touches: touchesOf(group),
  }
}

/** Joins differences of one cause into changes, the heaviest first. */
export const gather = (all: readonly Gathered[]): readonly Change[] => {
  const groups = new Map<string, [Gathered, ...Gathered[]]>()
  for (const one of all) {
    const cause = causeOf(one)
    const group = groups.get(cause)
    if (group) group.push(one)
    else groups.set(cause, [one])
  }
  return [...groups.values()].map((group) => changeOf(group)).sort(byGrade)
}

import type { Json } from '../../../mocks/world/json.ts'
import type { Change, Comparison, Seen, Side, Unseen, Written } from '../change.ts'
import { type Grade, grades } from '../grade.ts'

const longest = 160

/** A text in one line, without anything that would steer a terminal. */
export const inOneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ')

/** A value in one short line. */
export const valueText = (value: Json): string => {
  const line = inOneLine(typeof value === 'string' ? value : JSON.stringify(value))
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line
}

const isName = ({ base, head }: Change): boolean => base?.value === undefined || head?.value === undefined

/** Both values of a change, as far as they say something. */
export const valuesText = (change: Change): string => {
  const { base, head } = change
  if (base?.value === undefined && head?.value === undefined) return ''
  if (isName(change)) return valueText((base?.value ?? head?.value) as Json)
  return `${valueText(base?.value as Json)} → ${valueText(head?.value as Json)}`
}

/** Where something stands: `12:5`, or its JSON Pointer. */
export const spotText = ({ pointer, line, column }: Written | Side): string =>
  line === undefined ? pointer : `${line}:${column}`

/** How often traffic showed a change, and when. */
export const seenText = ({ times, first, last }: Seen): string =>
  `seen ${times} time${times === 1 ? '' : 's'}, first ${first}, last ${last}`

/** What traffic never showed: `GET /v1/calls  200 application/json .status: never ringing, busy`. */
export const unseenText = ({ operation, where, kind, never }: Unseen): string => {
  const names = never.map((one) => valueText(kind === 'field' ? `.${one}` : one)).join(', ')
  return `${[operation, where].filter((one) => one !== '').join('  ')}: never ${names}`
}

/** How many changes there are of each grade: `1 breaking, 2 risky`. */
export const tallyText = ({ changes }: Comparison): string => {
  const counts = grades.flatMap((grade: Grade) => {
    const n = changes.filter((change) => change.grade === grade).length
    return n === 0 ? [] : [`${n} ${grade}`]
  })
  return counts.length === 0 ? 'no change' : counts.join(', ')
}

/** One line on the operations that are not in use; empty where there are none. */
export const elsewhereText = ({ elsewhere: { operations, changed, broken, worst } }: Comparison): string => {
  if (operations === 0) return ''
  const others = `${operations} other operation${operations === 1 ? '' : 's'}`
  const moved = changed === 0 ? 'none of them moved' : `${changed} moved (worst: ${worst})`
  return `${others}: ${moved}${broken === 0 ? '' : `, ${broken} could not be compared`}`
}

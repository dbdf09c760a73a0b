/**
 * How heavily a change weighs on a client that consumes the API: `breaking` where a client that did everything right by the
 * old document fails by the new one, `risky` where some do, `compatible` where none does, `editorial` where only the
 * reader is told something else.
 */
export type Grade = 'breaking' | 'risky' | 'compatible' | 'editorial'

/** From the heaviest down. */
export const grades: readonly Grade[] = ['breaking', 'risky', 'compatible', 'editorial']

/** The heaviest of some grades; `none` where there is none. */
export const worstOf = (given: Iterable<Grade>): Grade | 'none' => {
  const found = new Set(given)
  return grades.find((grade) => found.has(grade)) ?? 'none'
}

/** Sorts what has a grade, the heaviest first. */
export const byGrade = (one: { readonly grade: Grade }, other: { readonly grade: Grade }): number =>
  grades.indexOf(one.grade) - grades.indexOf(other.grade)

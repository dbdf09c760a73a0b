/** How many letters must be put in, left out or changed to make one text the other (Levenshtein). */
export const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1]
    for (let j = 0; j < b.length; j++)
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1)))
    row = next
  }
  return row[b.length] ?? 0
}

/** The longest text compared: hostile input costs no more than a line. */
const longest = 200

/** The one of some names that a mistyped name most likely meant. @example nearest('expird', ['valid', 'expired']) */
export const nearest = (name: string, names: readonly string[]): string => {
  const given = name.slice(0, longest)
  const ranked = names.map((candidate) => ({ candidate, steps: distance(given, candidate) }))
  return ranked.toSorted((a, b) => a.steps - b.steps)[0]?.candidate ?? ''
}

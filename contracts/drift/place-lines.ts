import type { Change, Comparison, Written } from './change.ts'

/** One side's text: where values begin in it, by their JSON Pointers. */
export interface TextPlaces {
  readonly text: string
  offsets(pointers: ReadonlySet<string>): ReadonlyMap<string, number>
}

/** Tells lines and columns; a text is looked at as far as it was asked about. */
const linesOf = (text: string): ((offset: number) => Required<Pick<Written, 'line' | 'column'>>) => {
  const starts = [0]
  let next = text.indexOf('\n')
  return (offset) => {
    for (; next >= 0 && next < offset; next = text.indexOf('\n', next + 1)) starts.push(next + 1)
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
  }
}

const pointersIn = (changes: readonly Change[], side: 'base' | 'head'): ReadonlySet<string> =>
  new Set(
    changes.flatMap((change) =>
      [change, ...change.places].flatMap((one) => {
        const written = one[side]
        return written ? [written.pointer] : []
      }),
    ),
  )

const placer = (changes: readonly Change[], side: 'base' | 'head', { text, offsets }: TextPlaces) => {
  const pointers = pointersIn(changes, side)
  const found = pointers.size > 0 ? offsets(pointers) : new Map<string, number>()
  const lineAt = linesOf(text)
  return <W extends Written>(written: W): W => {
    const offset = found.get(written.pointer)
    return offset === undefined ? written : { ...written, ...lineAt(offset) }
  }
}

/**
 * A comparison with the line and column of everything that is told, where the documents were read from text.
 * @param most of so many places of each change, since to find them all takes longer than to compare
 */
export const placeLines = (
  comparison: Comparison,
  base: TextPlaces,
  head: TextPlaces,
  most = Number.POSITIVE_INFINITY,
): Comparison => {
  const told = comparison.changes.map((change) => ({ ...change, places: change.places.slice(0, most) }))
  const [inBase, inHead] = [placer(told, 'base', base), placer(told, 'head', head)]
  const placed = <T extends { readonly base?: Written; readonly head?: Written }>(one: T): T => ({
    ...one,
    ...(one.base ? { base: inBase(one.base) } : {}),
    ...(one.head ? { head: inHead(one.head) } : {}),
  })
  return {
    ...comparison,
    changes: comparison.changes.map((change) => placed({ ...change, places: change.places.map(placed) })),
  }
}

/** Headers that are between neighbours, and never passed on (RFC 9110 section 7.6.1). */
const hopByHop: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'transfer-encoding',
  'upgrade',
])

/** A header as it was written. */
export type Header = readonly [name: string, value: string]

/** Headers as node tells them raw: names and values in turn. */
export const pairsOf = (raw: readonly string[]): readonly Header[] =>
  raw.flatMap((name, n): readonly Header[] => (n % 2 === 0 ? [[name, raw[n + 1] ?? '']] : []))

/** The headers that are meant for the other end, as they were written: in their order, each as often as it came. */
export const endToEnd = (raw: readonly string[]): readonly Header[] => {
  const pairs = pairsOf(raw)
  const named = pairs.flatMap(([name, value]) =>
    name.toLowerCase() === 'connection' ? value.split(',').map((one) => one.trim().toLowerCase()) : [],
  )
  const dropped = new Set([...hopByHop, ...named])
  return pairs.filter(([name]) => !dropped.has(name.toLowerCase()))
}

/** Where a value begins in a text, by its JSON Pointer. */
export type Offsets = ReadonlyMap<string, number>

const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9

/** The end of the string that begins at an offset, behind its quote. */
const endOfString = (text: string, from: number): number => {
  let at = text.indexOf('"', from + 1)
  while (at >= 0) {
    let slashes = 0
    while (text[at - 1 - slashes] === '\\') slashes += 1
    if (slashes % 2 === 0) return at + 1
    at = text.indexOf('"', at + 1)
  }
  return text.length
}

/** The end of the value that begins at an offset, without looking into it more closely than it needs. */
const endOfValue = (text: string, from: number): number => {
  if (text[from] === '"') return endOfString(text, from)
  const signs = /["{}[\],]/g
  signs.lastIndex = from
  for (let depth = 0, found = signs.exec(text); found; found = signs.exec(text)) {
    const [sign] = found
    if (sign === '"') signs.lastIndex = endOfString(text, found.index)
    else if (sign === '{' || sign === '[') depth += 1
    else if (sign !== ',') {
      depth -= 1
      if (depth <= 0) return depth < 0 ? found.index : found.index + 1
    } else if (depth === 0) return found.index
  }
  return text.length
}

/**
 * Finds where values begin in a text that is known to be JSON; a member of an object begins with its key.
 * @param wanted JSON Pointers
 */
export const placesInJson = (text: string, wanted: ReadonlySet<string>): Offsets => {
  const found = new Map<string, number>()
  // A pointer that begins none of the wanted ones leads nowhere.
  const leads = new Set(
    [...wanted].flatMap((pointer) => {
      const steps = pointer.split('/')
      return steps.map((_, n) => steps.slice(0, n + 1).join('/'))
    }),
  )
  let at = 0
  const skip = (): void => {
    while (isSpace(text.charCodeAt(at))) at += 1
  }
  const value = (path: string | undefined, begin?: number): void => {
    skip()
    if (path !== undefined && wanted.has(path)) found.set(path, begin ?? at)
    const open = text[at]
    if (path !== undefined && (open === '{' || open === '[')) members(path, open)
    else at = endOfValue(text, at)
  }
  const below = (path: string, key: string): string | undefined => {
    const child = `${path}/${key}`
    return leads.has(child) ? child : undefined
  }
  const members = (path: string, open: '{' | '['): void => {
    at += 1
    for (let n = 0; ; n += 1) {
      skip()
      if (text[at] === ',') {
        at += 1
        skip()
      }
      if (at >= text.length || text[at] === '}' || text[at] === ']') break
      if (open === '[') value(below(path, String(n)))
      else {
        const begin = at
        at = endOfString(text, at)
        const raw = String(JSON.parse(text.slice(begin, at)))
        skip()
        at += 1
        value(below(path, raw.replaceAll('~', '~0').replaceAll('/', '~1')), begin)
      }
    }
    at += 1
  }
  value('')
  return found
}

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

const [quote, comma] = [34, 44]

const opens = (code: number): boolean => code === 123 || code === 91
const closes = (code: number): boolean => code === 125 || code === 93

/** The end of the value that begins at an offset, without looking into it more closely than it needs. */
const endOfValue = (text: string, from: number): number => {
  if (text.charCodeAt(from) === quote) return endOfString(text, from)
  // Sign by sign: an expression that finds the next one takes three times as long.
  for (let at = from, depth = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === quote) at = endOfString(text, at) - 1
    else if (opens(code)) depth += 1
    else if (closes(code)) {
      depth -= 1
      if (depth <= 0) return depth < 0 ? at : at + 1
    } else if (code === comma && depth === 0) return at
  }
  return text.length
}

/** What is wanted below a place: a pointer, cut into its steps. */
interface Wanted {
  pointer?: string
  readonly below: Map<string, Wanted>
}

const wantedIn = (pointers: ReadonlySet<string>): Wanted => {
  const root: Wanted = { below: new Map() }
  // Pointers have most of their way in common.
  const known = new Map([['', root]])
  const at = (pointer: string): Wanted => {
    const before = known.get(pointer)
    if (before) return before
    const cut = Math.max(0, pointer.lastIndexOf('/'))
    const here: Wanted = { below: new Map() }
    known.set(pointer, here)
    const key = pointer
      .slice(cut + 1)
      .replaceAll('~1', '/')
      .replaceAll('~0', '~')
    at(pointer.slice(0, cut)).below.set(key, here)
    return here
  }
  for (const pointer of pointers) if (/^(\/|$)/.test(pointer)) at(pointer).pointer = pointer
  return root
}

/** A key as it was meant; few are written with escapes. */
const keyOf = (written: string): string =>
  written.includes('\\') ? String(JSON.parse(written)) : written.slice(1, -1)

/**
 * Finds where values begin in a text that is known to be JSON; a member of an object begins with its key.
 * @param wanted JSON Pointers
 */
export const placesInJson = (text: string, wanted: ReadonlySet<string>): Offsets => {
  const found = new Map<string, number>()
  let at = 0
  const isDone = (): boolean => found.size === wanted.size
  const skip = (): void => {
    while (isSpace(text.charCodeAt(at))) at += 1
  }
  const value = (here: Wanted | undefined, begin?: number): void => {
    skip()
    if (here?.pointer !== undefined) found.set(here.pointer, begin ?? at)
    // What leads to nothing that is wanted is passed over.
    if (here && here.below.size > 0 && opens(text.charCodeAt(at))) members(here)
    else if (!isDone()) at = endOfValue(text, at)
  }
  const members = ({ below }: Wanted): void => {
    const isList = text[at] === '['
    at += 1
    for (let n = 0; ; n += 1) {
      skip()
      if (text.charCodeAt(at) === comma) {
        at += 1
        skip()
      }
      if (at >= text.length || closes(text.charCodeAt(at)) || isDone()) break
      if (isList) value(below.get(String(n)))
      else {
        const begin = at
        at = endOfString(text, at)
        const key = keyOf(text.slice(begin, at))
        skip()
        at += 1
        value(below.get(key), begin)
      }
    }
    at += 1
  }
  value(wantedIn(wanted))
  return found
}

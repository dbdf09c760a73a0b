const isHex = (code: number): boolean => (code >= 48 && code <= 57) || (code >= 97 && code <= 102)

/**
 * Where a text first has so many hexadecimal digits in a row, in lower case; -1 where it nowhere has. Far quicker than a
 * pattern: it looks at the last digit first, and most often goes on behind it.
 */
export const hexRun = (text: string, length: number, from = 0): number => {
  let start = from
  while (start + length <= text.length) {
    let at = start + length - 1
    while (at >= start && isHex(text.charCodeAt(at))) at--
    if (at < start) return start
    start = at + 1
  }
  return -1
}

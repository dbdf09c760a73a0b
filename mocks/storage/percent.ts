/**
 * Percent-encodes all but RFC 3986's unreserved characters, as SigV4 wants it.
 * @example encodePercent("it's") // 'it%27s'
 */
export const encodePercent = (text: string): string => (unreserved.test(text) ? text : encodeMarks(text))

const unreserved = /^[\w.~-]*$/

const encodeMarks = (text: string): string =>
  // encodeURIComponent leaves five of RFC 2396's marks alone and throws on a lone surrogate.
  encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )

/** {@link encodePercent} for a path: slashes stay. */
export const encodePath = (path: string): string =>
  unreservedPath.test(path) ? path : path.split('/').map(encodePercent).join('/')

const unreservedPath = /^[\w.~/-]*$/

/** Takes percent-encoding back, `+` being a plus; `undefined` where it is broken or not UTF-8. */
export const decodePercent = (text: string): string | undefined => {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/** The fields in which the five documents say what is wrong. */
const telling = new Set(['message', 'msg', 'error', 'errors', 'detail'])

/** Every text that an error body says about a request, wherever it stands: documents and live answers wrap it differently. */
export const errorTexts = (value: unknown, isTelling = false): readonly string[] => {
  if (typeof value === 'string') return isTelling && value !== '' ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap((item) => errorTexts(item, isTelling))
  return Object.entries(value).flatMap(([name, inner]) => errorTexts(inner, telling.has(name)))
}

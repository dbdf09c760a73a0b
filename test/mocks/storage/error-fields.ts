import type { WireResponse } from '../../../mocks/world/exchange.ts'

const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#13;', '\r')
    .replaceAll('&amp;', '&')

/** The elements of an error body, in their order and unescaped; `document` picks what stands inside `<Error>`. */
export const fieldsIn = ({ body }: WireResponse, document: RegExp): Readonly<Record<string, string>> => {
  if (typeof body !== 'string') throw new Error('There is no error body to read')
  const inner = document.exec(body)?.[1]
  if (inner === undefined) throw new Error(`No error body: ${body}`)
  return Object.fromEntries(
    [...inner.matchAll(/<([A-Za-z0-9-]+)>(.*?)<\/\1>/gs)].map(([, name = '', value = '']) => [
      name,
      unescaped(value),
    ]),
  )
}

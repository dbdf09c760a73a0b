/** A refusal as storage tells it. Fields stand between the message and the ids, in the order they are given in. */
export interface StorageError {
  readonly status: number
  readonly code: string
  readonly message: string
  readonly fields?: readonly Field[]
  readonly headers?: Readonly<Record<string, string>>
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
}

/** Escapes text for XML 1.0; a character that XML cannot hold at all becomes U+FFFD. */
export const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 forbids exactly these.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"\r]/g, (character) => entities[character] ?? character)

/** One element of an error body. */
export type Field = readonly [name: string, value: string | number]

/**
 * The elements of a refusal's body, in storage's order.
 * @param last the elements that stand at the end, such as the ids of the request
 */
export const errorElement = (error: StorageError, last: readonly Field[] = []): string => {
  const elements: readonly Field[] = [
    ['Code', error.code],
    ['Message', error.message],
    ...(error.fields ?? []),
    ...last,
  ]
  const inner = elements.map(([name, value]) => `<${name}>${escapeXml(String(value))}</${name}>`).join('')
  return `<Error>${inner}</Error>`
}

/** A refusal as storage tells it. Fields stand between the message and the ids, in the order they are given in. */
export interface StorageError {
  readonly status: number
  readonly code: string
  readonly message: string
  readonly fields?: readonly (readonly [name: string, value: string | number])[]
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

/**
 * The body of a refusal.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 */
export const errorXml = (error: StorageError, requestId: string, hostId: string): string => {
  const elements = [
    ['Code', error.code],
    ['Message', error.message],
    ...(error.fields ?? []),
    ['RequestId', requestId],
    ['HostId', hostId],
  ] as const
  const inner = elements.map(([name, value]) => `<${name}>${escapeXml(String(value))}</${name}>`).join('')
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Error>${inner}</Error>`
}

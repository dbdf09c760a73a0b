import { PlayheadError } from '../../world/error.ts'

const key = '#session='

/** More than this no session takes: a link is made by others, and small ones can hold much. */
const mostCharacters = 4_000_000

const through = async (bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream) => {
  const parts: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  // Not every browser lets a stream be walked through.
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.length
    if (length > mostCharacters) throw new RangeError('too long')
    parts.push(read.value)
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer())
}

/** A text as the end of a link. Nothing of it is ever sent: browsers keep what stands behind the hash. */
export const toHash = async (text: string): Promise<string> => {
  const bytes = await through(new TextEncoder().encode(text), new CompressionStream('deflate-raw'))
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  return key + base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/**
 * Takes {@link toHash} back; `undefined` where the hash holds no session.
 * @throws PlayheadError `deck-bad-link`
 */
export const fromHash = async (hash: string): Promise<string | undefined> => {
  if (!hash.startsWith(key)) return undefined
  try {
    const base64 = hash.slice(key.length).replaceAll('-', '+').replaceAll('_', '/')
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
    return new TextDecoder('utf-8', { fatal: true }).decode(
      await through(bytes, new DecompressionStream('deflate-raw')),
    )
  } catch (cause) {
    throw new PlayheadError({
      code: 'deck-bad-link',
      act: 'Cannot read the session in this link: a part of it is missing or too long',
      cure: 'Copy the whole link anew, or share the session as a case file.',
      cause,
    })
  }
}

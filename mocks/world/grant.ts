import type { Instant } from './instant.ts'

/** A time-limited right to fetch one object: what a signed URL carries in its own text. */
export interface Grant {
  readonly url: string
  readonly vendor: string
  readonly call: string
  readonly segment: string
  /** Valid in `[from, until)`; `undefined` where the URL has no end of its own. */
  readonly from: Instant
  readonly until: Instant | undefined
  /** When storage stops taking it because its signer's session has ended, where that is before its own end. */
  readonly diesAt?: Instant
  /** The whole seconds of life still left at the minting, rounded down so that what is told is kept. */
  readonly secondsLeft: number
}

const secretPrefix = 'PHAK'
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/**
 * The access-key id that signs for one sandbox: the sandbox's name can be read off it, so a signed URL finds its way
 * home without any header.
 * @example accessKeyIdOf('default')
 */
export const accessKeyIdOf = (sandbox: string): string => {
  let bits = 0
  let width = 0
  let text = secretPrefix
  for (const character of sandbox) {
    bits = (bits << 8) | character.charCodeAt(0)
    width += 8
    while (width >= 5) {
      width -= 5
      text += alphabet[(bits >> width) & 31]
    }
    bits &= (1 << width) - 1
  }
  return width > 0 ? text + alphabet[(bits << (5 - width)) & 31] : text
}

/** Takes {@link accessKeyIdOf} back; `undefined` where it is no id of ours. */
export const sandboxOf = (accessKeyId: string): string | undefined => {
  if (!accessKeyId.startsWith(secretPrefix)) return undefined
  let bits = 0
  let width = 0
  let name = ''
  for (const character of accessKeyId.slice(secretPrefix.length)) {
    const value = alphabet.indexOf(character)
    if (value < 0) return undefined
    bits = (bits << 5) | value
    width += 5
    if (width >= 8) {
      width -= 8
      name += String.fromCharCode((bits >> width) & 0xff)
      bits &= (1 << width) - 1
    }
  }
  return accessKeyIdOf(name) === accessKeyId ? name : undefined
}

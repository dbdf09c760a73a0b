import { PlayheadError } from '../world/error.ts'
import { hmacSha256Hex, sha256Hex } from '../world/hash.ts'

/** A cookie by its name. */
export interface Cookie {
  readonly name: string
  readonly value: string
}

/** A secret that lets its bearer use the control API. */
export interface Token {
  /** Whether a text is the secret. How long that takes does not depend on how much of it is right. */
  fits(presented: string): boolean
  /** What a browser shows in place of the secret, which cannot be told from it. */
  readonly cookie: Cookie
  /** Whether a text is the cookie's value. */
  fitsCookie(presented: string): boolean
}

/** The fewest characters of a token; the ones that are made have 32. */
const least = 16
const most = 256

/** Whether two digests are the same, looking at all of them in any case. */
const areEqual = (a: string, b: string): boolean => {
  let differing = a.length ^ b.length
  for (let index = 0; index < a.length; index++) differing |= a.charCodeAt(index) ^ b.charCodeAt(index)
  return differing === 0
}

/** Digests are compared, so that neither the length nor the beginning of a secret shows in the time it takes. */
const fitting = (secret: string): ((presented: string) => boolean) => {
  const digest = sha256Hex(secret)
  return (presented) => areEqual(sha256Hex(presented), digest)
}

/**
 * Makes a token of a secret.
 * @throws PlayheadError `bad-token` where it is too short to be one, or no header could carry it
 */
export const tokenOf = (secret: string): Token => {
  if (secret.length < least || secret.length > most || !/^[\x21-\x7e]*$/.test(secret))
    throw new PlayheadError({
      code: 'bad-token',
      act: `Cannot use a token of ${secret.length} characters: it has to have ${least} to ${most} that are neither spaces nor beyond ASCII`,
      cure: 'Make one with `openssl rand -hex 16`, or leave it out: one is made where it is needed.',
    })
  // Cookies know no ports: another server on this host has another name for its own.
  const name = `playhead-${hmacSha256Hex(secret, 'name').slice(0, 8)}`
  const value = hmacSha256Hex(secret, 'deck')
  return { fits: fitting(secret), cookie: { name, value }, fitsCookie: fitting(value) }
}

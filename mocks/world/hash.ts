import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** Text stands for its UTF-8 bytes; a lone surrogate for those of U+FFFD. */
export type Hashable = string | Uint8Array

/** A SHA-256 and its HMAC. All give the same answers; a host may bring a faster one. */
export interface Hasher {
  /** In lower-case hexadecimal. */
  sha256Hex(data: Hashable): string
  /** The bytes of a key are not to be written to afterwards: a hasher may remember what it made of them. */
  hmac(key: Hashable, data: Hashable): Uint8Array
  /** The same in lower-case hexadecimal. */
  hmacHex(key: Hashable, data: Hashable): string
}

const bytesOf = (data: Hashable): Uint8Array => (typeof data === 'string' ? utf8ToBytes(data) : data)

const pureHmac = (key: Hashable, data: Hashable): Uint8Array => hmac(sha256, bytesOf(key), bytesOf(data))

/** The hasher that runs everywhere: audited, synchronous, no I/O. */
export const nobleHasher: Hasher = {
  sha256Hex: (data) => bytesToHex(sha256(bytesOf(data))),
  hmac: pureHmac,
  hmacHex: (key, data) => bytesToHex(pureHmac(key, data)),
}

/**
 * SHA-256 (FIPS 180-4) in lower-case hexadecimal.
 * @example sha256Hex('abc') // 'ba7816bf…'
 */
export const sha256Hex = (data: Hashable, hasher: Hasher = nobleHasher): string => hasher.sha256Hex(data)

/** HMAC-SHA-256 (RFC 2104). */
export const hmacSha256 = (key: Hashable, data: Hashable, hasher: Hasher = nobleHasher): Uint8Array =>
  hasher.hmac(key, data)

/** HMAC-SHA-256 in lower-case hexadecimal. */
export const hmacSha256Hex = (key: Hashable, data: Hashable, hasher: Hasher = nobleHasher): string =>
  hasher.hmacHex(key, data)

import { createHmac, createSecretKey, type Hmac, hash, type KeyObject } from 'node:crypto'
import type { Hashable, Hasher } from './world/hash.ts'

/** Making a key costs five times what a MAC with it does, and a day's links are all signed with the same one. */
const keys = new WeakMap<Uint8Array, KeyObject>()

const keyOf = (key: Hashable): KeyObject | string => {
  if (typeof key === 'string') return key
  const known = keys.get(key)
  if (known) return known
  const made = createSecretKey(key)
  keys.set(key, made)
  return made
}

const macOf = (key: Hashable, data: Hashable): Hmac => createHmac('sha256', keyOf(key)).update(data)

/** Node's own hashes: the same answers as the pure ones, faster, and in digits sooner than in bytes. */
export const nodeHasher: Hasher = {
  sha256Hex: (data) => hash('sha256', data, 'hex'),
  hmac: (key, data) => macOf(key, data).digest(),
  hmacHex: (key, data) => macOf(key, data).digest('hex'),
}

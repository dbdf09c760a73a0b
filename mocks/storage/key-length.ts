import { utf8ToBytes } from '@noble/hashes/utils.js'

/** The longest key that S3 and Google's storage take, in bytes. */
export const longestKey = 1024

/** The length of a key in bytes of UTF-8. */
export const keyLength = (key: string): number => (plain.test(key) ? key.length : utf8ToBytes(key).length)

const plain = /^[ -~]*$/

import { describe, expect, test } from 'vitest'
import { hmacSha256, hmacSha256Hex, sha256Hex } from '../../../mocks/world/hash.ts'

describe('SHA-256 agrees with FIPS 180-4', () => {
  test.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
  ])('%j', (text, wanted) => {
    expect(sha256Hex(text)).toBe(wanted)
    expect(sha256Hex(new TextEncoder().encode(text))).toBe(wanted)
  })
})

describe('HMAC-SHA-256 agrees with RFC 4231', () => {
  test.each([
    [
      'Jefe',
      'what do ya want for nothing?',
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    ],
    [
      new Uint8Array(20).fill(0x0b),
      'Hi There',
      'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
    ],
  ])('key %j', (key, text, wanted) => {
    expect(hmacSha256Hex(key, text)).toBe(wanted)
    expect(Buffer.from(hmacSha256(key, text)).toString('hex')).toBe(wanted)
  })
})

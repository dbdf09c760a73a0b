import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nodeHasher } from '../../mocks/node-hash.ts'
import { type Hashable, hmacSha256, hmacSha256Hex, nobleHasher, sha256Hex } from '../../mocks/world/hash.ts'

/** Text of any code units at all, lone surrogates among them, and any bytes. */
const anyText = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units))
const hashable: fc.Arbitrary<Hashable> = fc.oneof(anyText, fc.uint8Array({ maxLength: 300 }))

describe("node's hashes give the same answers as the pure ones", () => {
  test('for SHA-256', () => {
    fc.assert(
      fc.property(hashable, (data) => {
        expect(sha256Hex(data, nodeHasher)).toBe(sha256Hex(data, nobleHasher))
      }),
      { numRuns: 500 },
    )
  })

  test('for HMAC-SHA-256', () => {
    fc.assert(
      fc.property(hashable, hashable, (key, data) => {
        const wanted = hmacSha256Hex(key, data, nobleHasher)
        // The second time the key is a remembered one.
        expect(hmacSha256Hex(key, data, nodeHasher)).toBe(wanted)
        expect(hmacSha256Hex(key, data, nodeHasher)).toBe(wanted)
        for (const hasher of [nodeHasher, nobleHasher])
          expect(Buffer.from(hmacSha256(key, data, hasher)).toString('hex')).toBe(wanted)
      }),
      { numRuns: 500 },
    )
  })
})

import { afterEach, describe, expect, it, vi } from 'vitest'
import { startServer } from '../../../mocks/hosts/node.ts'
import { mintSecret } from '../../../mocks/sandboxes/claim.ts'
import { createBackend } from '../../../mocks/sandboxes.ts'
import { origins } from '../a-backend.ts'

describe('what is minted for a sandbox', () => {
  afterEach(() => vi.restoreAllMocks())

  it('takes sixteen letters of five bits each from the bytes it is given, every one as likely as any other', () => {
    let asked = 0
    const letters = new Map<string, number>()
    for (let byte = 0; byte < 256; byte++) {
      const secret = mintSecret((bytes) => {
        asked = bytes
        return new Uint8Array(bytes).fill(byte)
      })
      expect(secret).toBe((secret[0] ?? '').repeat(16))
      letters.set(secret[0] ?? '', (letters.get(secret[0] ?? '') ?? 0) + 1)
    }
    expect([asked, letters.size, new Set(letters.values())]).toEqual([16, 32, new Set([8])])
  })

  it("draws its bytes from the platform's cryptographic source, and from nothing else", async () => {
    const drawn = vi.spyOn(globalThis.crypto, 'getRandomValues')
    const plain = vi.spyOn(Math, 'random')
    const backend = createBackend({ origins })
    await backend.mint('ann')
    expect(drawn.mock.calls.map(([bytes]) => bytes?.byteLength)).toEqual(backend.vendors.map(() => 16))
    backend.newName()
    expect(drawn).toHaveBeenCalledTimes(backend.vendors.length + 1)
    expect(plain).not.toHaveBeenCalled()
  })

  it('never repeats at a server, and leans to no letter at any place', async () => {
    const server = await startServer({ port: 0 })
    const secrets: string[] = []
    for (let nth = 0; nth < 400; nth++) secrets.push(...Object.values(await server.backend.mint('ann')))
    await server.close()
    expect(new Set(secrets).size).toBe(secrets.length)
    // Of 2000 letters at each place a 32nd is expected each time: 62.5, with a standard deviation of 7.8. Seven of these
    // are exceeded once in a thousand million runs.
    for (let place = 0; place < 16; place++) {
      const counts = new Map<string, number>()
      for (const secret of secrets) {
        const letter = secret[place] ?? ''
        counts.set(letter, (counts.get(letter) ?? 0) + 1)
      }
      expect(counts.size).toBe(32)
      for (const count of counts.values()) expect(Math.abs(count - secrets.length / 32)).toBeLessThan(7 * 7.8)
    }
  })
})

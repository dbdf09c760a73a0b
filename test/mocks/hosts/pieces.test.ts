import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutOf, framed } from '../../../mocks/hosts/framing.ts'
import { piecesOf } from '../../../mocks/hosts/pieces.ts'
import type { WireResponse } from '../../../mocks/world/exchange.ts'
import { bodyOf } from '../storage/a-bucket.ts'

/** All pieces of a response, and how long it made its sender wait. */
const collected = async (
  response: WireResponse,
): Promise<{ bytes: Uint8Array; largest: number; waitedMs: number }> => {
  let waitedMs = 0
  const wait = async (ms: number): Promise<void> => {
    waitedMs += ms
  }
  const pieces: Uint8Array[] = []
  for await (const piece of piecesOf(response, wait, new AbortController().signal)) pieces.push(piece)
  return {
    bytes: Buffer.concat(pieces),
    largest: Math.max(0, ...pieces.map(({ length }) => length)),
    waitedMs,
  }
}

describe('a body in pieces', () => {
  it('is the body, whatever its length and its pace', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 200_000 }),
        fc.option(fc.integer({ min: 20_000, max: 1_000_000 }), { nil: undefined }),
        async (length, bytesPerSecond) => {
          const body = bodyOf(length)
          const delivery = bytesPerSecond === undefined ? {} : { bytesPerSecond }
          const { bytes, largest, waitedMs } = await collected({ status: 200, headers: {}, body, delivery })
          expect(Buffer.compare(bytes, body.read(0, length))).toBe(0)
          expect(largest).toBeLessThanOrEqual(
            bytesPerSecond === undefined ? 65_536 : Math.ceil(bytesPerSecond / 10),
          )
          expect(waitedMs).toBeCloseTo(bytesPerSecond === undefined ? 0 : (length / bytesPerSecond) * 1000, 3)
        },
      ),
      { numRuns: 50 },
    )
  })

  const cuts: readonly (readonly [
    what: string,
    delivery: WireResponse['delivery'],
    length: number,
    cut: boolean,
  ])[] = [
    ['whole', {}, 101, false],
    ['cut off in the middle', { reset: 'mid-body' }, 50, true],
    ['truncated', { truncateAt: 7 }, 7, true],
    ['truncated after its end', { truncateAt: 500 }, 101, false],
  ]
  it.each(cuts)('is sent so far where it is %s', async (_, delivery = {}, length, cut) => {
    const response = { status: 200, headers: {}, body: bodyOf(101), delivery }
    expect(cutOf(response)).toEqual({ length, cut })
    expect((await collected(response)).bytes).toHaveLength(length)
    expect(framed(response, 'GET')).toEqual({ 'content-length': '101' })
  })
})

describe('the length that is promised', () => {
  const given: readonly (readonly [
    says: string,
    response: WireResponse,
    method: string,
    length: string | undefined,
  ])[] = [
    ['a text', { status: 200, headers: {}, body: 'aä€😀' }, 'GET', '10'],
    ['nothing', { status: 404, headers: {} }, 'GET', '0'],
    ['nothing to HEAD', { status: 403, headers: {} }, 'HEAD', undefined],
    ['what GET would have had', { status: 405, headers: {}, body: 'abc' }, 'HEAD', '3'],
    ['what is already told', { status: 200, headers: { 'content-length': '9' } }, 'HEAD', '9'],
    ['no content', { status: 204, headers: {} }, 'OPTIONS', undefined],
    ['what is not modified', { status: 304, headers: {} }, 'GET', undefined],
  ]
  it.each(given)('of %s', (_, response, method, length) => {
    expect(framed(response, method)['content-length']).toBe(length)
  })
})

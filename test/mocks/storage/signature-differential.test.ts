import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodePercent } from '../../../mocks/storage/percent.ts'
import { s3 } from '../../../mocks/storage/s3.ts'
import type { WireRequest } from '../../../mocks/world/exchange.ts'
import { terms, worldOf } from './a-bucket.ts'
import { awsWouldHaveSigned, presignedByAws, type ToSign } from './aws-oracle.ts'
import { type Change, changed, changes, toSign } from './signed-requests.ts'

/** Whether storage found the signature right, whatever else it found wrong with the request. */
const foundRight = (request: WireRequest, { secret, accessKeyId, date }: ToSign, host: string): boolean => {
  const world = { ...worldOf({ ...terms, secret, accessKeyId, host }), objectAt: () => undefined }
  const response = s3.answer(request, world, date + 2000)
  // To HEAD no reason is told; of those that are drawn here only a wrong signature answers 403.
  if (request.method === 'HEAD') return response.status !== 403
  return typeof response.body === 'string' && !response.body.includes('<Code>SignatureDoesNotMatch</Code>')
}

test('the verdict on a signature is that of AWS’s own presigner, for requests right and subtly wrong', async () => {
  const verdicts = new Map<Change, { right: number; wrong: number }>(
    changes.map((change) => [change, { right: 0, wrong: 0 }]),
  )
  await fc.assert(
    fc.asyncProperty(toSign, fc.constantFrom(...changes), fc.nat(1000), async (given, change, pick) => {
      const written = await presignedByAws(given)
      const { method, host, headers, secret } = given
      const parameters = written.map(([name, value]) => `${encodePercent(name)}=${encodePercent(value)}`)
      const sent = changed({ method, host, address: given.path, parameters, headers }, change, pick)
      const path = `${sent.address}?${sent.parameters.join('&')}`
      const right = await awsWouldHaveSigned({ ...sent, path, secret })
      const ours = foundRight({ method: sent.method, path, headers: sent.headers }, given, sent.host)
      expect({ path, right: ours }).toEqual({ path, right })
      const count = verdicts.get(change)
      if (count) count[right ? 'right' : 'wrong']++
    }),
    { numRuns: 4000 },
  )
  const all = [...verdicts.values()]
  expect(all.reduce((sum, { right }) => sum + right, 0)).toBeGreaterThan(800)
  expect(all.reduce((sum, { wrong }) => sum + wrong, 0)).toBeGreaterThan(1500)
  const never = (verdict: 'right' | 'wrong') =>
    [...verdicts].filter(([, counts]) => counts[verdict] === 0).map(([change]) => change)
  // These change nothing that is signed; nothing else leaves every request right, and nothing at all is left untried.
  expect(never('wrong')).toEqual([
    'nothing',
    'a header spaced',
    'a header added',
    'parameters reordered',
    'the query encoded otherwise',
    'the path encoded otherwise',
  ])
})

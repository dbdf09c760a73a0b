import { describe, expect, test } from 'vitest'
import type { WireResponse } from '../../../mocks/world/exchange.ts'
import { errorIn } from './a-bucket.ts'
import { answered } from './an-attempt.ts'
import { type Recorded, readRecordings, recordingsFile, statusOf } from './aws-recordings.ts'
import { elsewhere } from './recorded-elsewhere.ts'
import { situations } from './recorded-situations.ts'

/** Values that AWS's recording masks, or that are another situation's own. */
const own = new Set([
  'RequestId',
  'HostId',
  'AWSAccessKeyId',
  'StringToSign',
  'StringToSignBytes',
  'SignatureProvided',
  'CanonicalRequest',
  'CanonicalRequestBytes',
  'Expires',
  'ServerTime',
  'X-Amz-Expires',
  'Key',
])
/** LocalStack's reader of two of its tests leaves the ids out. */
const ids = new Set(['RequestId', 'HostId'])

const comparable = (error: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(error).flatMap(([name, value]) =>
      ids.has(name) ? [] : [[name, own.has(name) ? 'its own' : value]],
    ),
  )

/** What a recording tells of an object, and our headers told alike; checksums are sent only to whoever asks for them. */
const described = ({ AcceptRanges, ContentLength, ContentRange, ServerSideEncryption }: Recorded) => ({
  AcceptRanges,
  ContentLength,
  ContentRange,
  ServerSideEncryption,
})
const ourDescription = ({ headers }: WireResponse) => ({
  AcceptRanges: headers['accept-ranges'],
  ContentLength: Number(headers['content-length']),
  ContentRange: headers['content-range'],
  ServerSideEncryption: headers['x-amz-server-side-encryption'],
})

const recordings = readRecordings()
if (recordings === undefined)
  test.skip(`the responses recorded from AWS are not at ${recordingsFile}; PLAYHEAD_SHARED says where`, () => {})
else {
  const recorded = (name: string, response: string): Recorded => {
    const found = recordings.get(name)?.[response]
    if (found === undefined) throw new Error(`AWS's answer to ${name} ${response} was not recorded`)
    return found
  }

  describe('storage answers as AWS did in', () => {
    test.each(situations)('%s, %s', (name, response, attempt, status) => {
      const aws = recorded(name, response)
      const ours = answered(attempt)
      expect(ours.status).toBe(status)
      // Some recordings hold no status; where one stands it is ours.
      expect([status, undefined]).toContain(statusOf(aws))
      const bodiless = attempt.method === 'HEAD' || status === 304
      if (bodiless) expect(ours).not.toHaveProperty('body')
      // Of an answer without a body the recording's error is made up by the client that recorded it.
      else if (status >= 400) expect(comparable(errorIn(ours))).toEqual(comparable(aws.Error ?? {}))
      // An upload answers nothing that a fetch could be compared with.
      if (status < 300 && 'ContentLength' in aws) expect(ourDescription(ours)).toEqual(described(aws))
    })
  })

  const all = [...recordings].map(([name, responses]) => [name, Object.keys(responses)] as const)
  const concerned = new Set(situations.map(([name]) => name))

  test.each(all)(
    '%s is either compared in each of its responses, or cannot concern us',
    (name, responses) => {
      const reasons = elsewhere.filter(({ tests }) => tests.test(name))
      const compared = situations.filter(([test]) => test === name).map(([, response]) => response)
      if (concerned.has(name)) expect(compared.toSorted()).toEqual(responses.toSorted())
      else expect(reasons.length).toBeGreaterThan(0)
    },
  )

  test('no reason and no situation is without a recording', () => {
    expect([...concerned].filter((name) => !recordings.has(name))).toEqual([])
    const left = all.map(([name]) => name).filter((name) => !concerned.has(name))
    for (const { tests } of elsewhere) expect(left.some((name) => tests.test(name))).toBe(true)
  })
}

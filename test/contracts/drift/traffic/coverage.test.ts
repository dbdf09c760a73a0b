import { describe, expect, test } from 'vitest'
import { checkDocument } from '../../../../contracts/drift/document/check-document.ts'
import { openCoverage } from '../../../../contracts/drift/traffic/coverage.ts'
import { operationFinder } from '../../../../contracts/drift/traffic/find-operation.ts'
import { json, object, responds, text } from '../pairs/pair.ts'

const call = object({ id: text, status: { enum: ['ready', 'failed', 'gone', null] }, note: text })
const document = checkDocument(
  JSON.parse(
    JSON.stringify(
      responds({
        200: json(object({ data: { type: 'array', items: call } })),
        '4XX': json(object({ error: text })),
        503: { description: 'Down' },
        default: { description: 'Anything else' },
      }),
    ),
  ),
  'a document',
)

/** What of the document some answers have not shown, in one line each. */
const never = (...answers: readonly (readonly [status: number, body: unknown])[]): readonly string[] => {
  const coverage = openCoverage(document)
  const operationOf = operationFinder(document)
  for (const [status, body] of answers) {
    const exchange = {
      vendor: undefined,
      method: 'GET',
      path: '/recordings/1',
      sent: {},
      at: 0,
      status,
      headers: { 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }
    const operation = operationOf(exchange)
    if (operation) coverage.see(operation, exchange)
  }
  return coverage.unseen().map((one) => [one.kind, one.where, ...one.never].join(' '))
}

const whole = { data: [{ id: 'a', status: 'ready', note: '' }] }

describe('what traffic never showed', () => {
  test('are statuses, but for those that stand for all others', () => {
    expect(never([200, whole]).filter((one) => one.startsWith('status'))).toEqual(['status  4xx 503'])
    expect(never([200, whole], [404, {}], [503, '']).filter((one) => one.startsWith('status'))).toEqual([])
  })

  test('are fields and values, each at its place, until one answer has them', () => {
    const place = '200 application/json .data[]'
    expect(never([200, { data: [{ id: 'a' }] }])).toEqual(['status  4xx 503', `field ${place} status note`])
    expect(never([200, whole], [200, { data: [{ status: 'gone' }] }])).toEqual([
      'status  4xx 503',
      `value ${place}.status failed`,
    ])
  })

  test('is nothing of a body that is no JSON, or of which nothing is described', () => {
    expect(never([200, '{'], [503, whole])).toEqual(['status  4xx'])
  })
})

import { describe, expect, test } from 'vitest'
import { schemas } from '../../generated/quo/schemas.ts'
import { accepts, type Given, without } from './accepts.ts'

const segment = {
  duration: 60,
  id: 'CR1',
  startTime: '2022-01-01T00:00:00Z',
  status: 'completed',
  type: 'audio/mpeg',
  url: 'https://a.test/b',
}
const quoError = (code: string, status: number, title: string) => ({
  message: 'm',
  code,
  status,
  docs: 'https://quo.com/docs',
  title,
})
const bodies = schemas.getCallRecordings_v1

const table: Given[] = [
  ['a recording', bodies[200].schema, { data: [segment] }, true],
  ['no recording', bodies[200].schema, { data: [] }, true],
  [
    'a recording of which all may be null',
    bodies[200].schema,
    { data: [{ ...segment, duration: null, startTime: null, status: null, type: null, url: null }] },
    true,
  ],
  ['a recording without url', bodies[200].schema, { data: [without(segment, 'url')] }, false],
  ['a tenth status', bodies[200].schema, { data: [{ ...segment, status: 'ready' }] }, false],
  [
    'a recording with a field more, for its items are closed',
    bodies[200].schema,
    { data: [{ ...segment, size: 1 }] },
    false,
  ],
  ['a half second', bodies[200].schema, { data: [{ ...segment, duration: 1.5 }] }, false],
  ['an error', bodies[404].schema, quoError('0900404', 404, 'Not Found'), true],
  ["another status' error", bodies[404].schema, quoError('0900401', 401, 'Unauthorized'), false],
  ['the limit', bodies[429].schema, quoError('0900429', 429, 'Too Many Requests'), true],
  [
    'the limit as a string',
    bodies[429].schema,
    { ...quoError('0900429', 429, 'Too Many Requests'), status: '429' },
    false,
  ],
  ['an outage', bodies[503].schema, quoError('0901503', 503, 'Service Unavailable'), true],
]

describe('the schemas of quo accept', () => {
  test.each(table)('%s', (_, schema, body, wanted) => {
    expect(accepts(schema, body)).toBe(wanted)
  })
})

import { Ajv2020 } from 'ajv/dist/2020.js'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { FromDriverSchema, FromSuiteSchema, readLine } from '../../../contracts/drivers/protocol.ts'
import schema from '../../../generated/playhead/driver.schema.json' with { type: 'json' }

const validate = new Ajv2020({ strict: false }).compile(schema)

describe('a line of a driver', () => {
  test.each([
    ['no JSON', 'Listening on port 80', { noise: 'Listening on port 80' }],
    ['JSON, but no message', '{"level":"info"}', { noise: '{"level":"info"}' }],
    ['null', 'null', { noise: 'null' }],
    ['a message', '{"type":"log","text":"a"}', { message: { type: 'log', text: 'a' } }],
  ])('is %s', (_what, line, wanted) => {
    expect(readLine(line)).toEqual(wanted)
  })

  test('that is meant as a message, and is none, is told why', () => {
    expect(readLine('{"type":"fault","id":"1"}')).toMatchObject({ why: expect.stringContaining('message') })
  })
})

describe('the published schema', () => {
  const call = { id: '1', type: 'call', client: 'c', op: 'look', args: { ref: 'a' }, now: 1, deadlineMs: 1 }
  const result = { id: '1', type: 'result', outcome: { kind: 'absent' } }

  test.each([
    ['hello', { id: '1', type: 'hello', protocol: 1 }],
    ['a call', call],
    ['a call of another op', { ...call, op: 'sing' }],
    ['a call of nobody', { ...call, client: undefined }],
    ['a result', result],
    ['a raw result', { id: '1', type: 'result', raw: { status: 200, body: '' } }],
    ['a field nobody knows', { ...result, more: true }],
    ['an outcome without a kind', { ...result, outcome: {} }],
    ['capabilities', { id: '1', type: 'capabilities', protocol: 1, vendors: ['osvi'], ops: ['look'] }],
    ['another protocol', { id: '1', type: 'capabilities', protocol: 2, vendors: [], ops: ['look'] }],
    ['a sleep backwards', { id: '1', type: 'sleep', ms: -1 }],
    ['an unknown type', { id: '1', type: 'dance' }],
  ])('agrees with what reads one: %s', (_what, given) => {
    const json = JSON.parse(JSON.stringify(given))
    const isRead = [FromSuiteSchema, FromDriverSchema].some((one) => v.safeParse(one, json).success)
    expect(validate(json)).toBe(isRead)
  })
})

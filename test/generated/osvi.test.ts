import type { AnySchema } from 'ajv'
import { describe, expect, test } from 'vitest'
import { schemas } from '../../generated/osvi/schemas.ts'
import { accepts, type Given, publishedSchema, without } from './accepts.ts'

const uuid = '4f6b2c1e-8a7d-4c3b-9e2f-1a2b3c4d5e6f'
const osviData = { call_id: uuid, recording_url: 'https://a.test/b', expires_in_seconds: 900 }
const bodies = schemas.getCallRecording

const table: Given[] = [
  ['a recording', bodies[200].schema, { success: true, data: osviData }, true],
  ['nothing as a success', bodies[200].schema, {}, false],
  ['a success without data', bodies[200].schema, { success: true }, false],
  ['a success that says false', bodies[200].schema, { success: false, data: osviData }, false],
  [
    'data without url',
    bodies[200].schema,
    { success: true, data: without(osviData, 'recording_url') },
    false,
  ],
  [
    'no recording',
    bodies[404].schema,
    { success: false, error: 'recording_not_available', details: null },
    true,
  ],
  [
    'no recording without details',
    bodies[404].schema,
    { success: false, error: 'recording_not_available' },
    true,
  ],
  ['an unknown code', bodies[404].schema, { success: false, error: 'gone' }, false],
  ['an error that says true', bodies[401].schema, { success: true, error: 'Invalid API token' }, false],
  ['a list of errors', bodies[422].schema, { success: false, errors: ['field is required'] }, true],
  ['one error where a list belongs', bodies[500].schema, { success: false, error: 'x' }, false],
]

describe('the schemas of osvi accept', () => {
  test.each(table)('%s', (_, schema, body, wanted) => {
    expect(accepts(schema, body)).toBe(wanted)
  })
})

describe('the overlay of osvi closes what the published document leaves open', () => {
  test.each<[string, AnySchema]>([
    ['200', bodies[200].schema],
    ['404', bodies[404].schema],
  ])('%s: {} is a valid answer as published, and not with the overlay', (status, overlaid) => {
    expect(accepts(publishedSchema('osvi', status), {})).toBe(true)
    expect(accepts(overlaid, {})).toBe(false)
  })
})

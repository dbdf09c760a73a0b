import type { AnySchema } from 'ajv'
import { describe, expect, test } from 'vitest'
import { operationIds, schemas } from '../../generated/feather/schemas.ts'
import { accepts, fastApi, type Given, publishedSchema, without } from './accepts.ts'

const playback = { expires_in: 900, duration_ms: 1500, bytes: 1, status: 'ready' }
const bodies = schemas[operationIds.recording]

const table: Given[] = [
  ['a recording', bodies[200].schema, { url: 'https://a.test/b', ...playback }, true],
  ['a recording whose url is null', bodies[200].schema, { url: null, ...playback }, true],
  ['a recording without url', bodies[200].schema, playback, true],
  ['a url of another type', bodies[200].schema, { url: 1, ...playback }, false],
  ['a recording without status', bodies[200].schema, without(playback, 'status'), false],
  ['an invalid id', bodies[422].schema, fastApi, true],
  ['a detail in words', bodies[422].schema, { detail: 'Not Found' }, true],
  ['a 422 without detail', bodies[422].schema, {}, false],
  ['a missing key', bodies[401].schema, { error: 'authentication_required', message: 'm' }, true],
  [
    'a limit with a hint',
    bodies[429].schema,
    { error: 'rate_limited', message: 'm', retryable: true, retry_after: 2 },
    true,
  ],
  ['an error without message', bodies[401].schema, { error: 'authentication_required' }, false],
  ['another method', bodies[405].schema, { detail: 'Method Not Allowed' }, true],
]

describe('the schemas of feather accept', () => {
  test.each(table)('%s', (_, schema, body, wanted) => {
    expect(accepts(schema, body)).toBe(wanted)
  })
})

describe('the overlay of feather closes what the published document leaves open', () => {
  test.each<[string, AnySchema]>([['422', bodies[422].schema]])(
    '%s: {} is a valid answer as published, and not with the overlay',
    (status, overlaid) => {
      expect(accepts(publishedSchema('feather', status), {})).toBe(true)
      expect(accepts(overlaid, {})).toBe(false)
    },
  )

  test('a list of errors is all that is published as detail', () => {
    expect(accepts(publishedSchema('feather', '422'), { detail: 'Not Found' })).toBe(false)
  })
})

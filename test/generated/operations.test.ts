import { describe, expect, test } from 'vitest'
import * as envoy from '../../generated/envoy/schemas.ts'
import * as feather from '../../generated/feather/schemas.ts'
import * as osvi from '../../generated/osvi/schemas.ts'
import * as quo from '../../generated/quo/schemas.ts'
import * as voqo from '../../generated/voqo/schemas.ts'
import { loadSpecification } from '../../specs/tools/load.ts'
import { operationsOf } from '../../specs/tools/operations.ts'
import { accepts } from './accepts.ts'

interface Values {
  readonly operationIds: Readonly<Record<string, string>>
  readonly schemas: Readonly<
    Record<string, Readonly<Record<string, { contentType: string; schema: object }>>>
  >
}
const all: Readonly<Record<string, Values>> = { quo, osvi, envoy, feather, voqo }

describe('every operation', () => {
  test.each([
    ['quo', 'recording', 'get', '/v1/call-recordings/{callId}'],
    ['osvi', 'recording', 'get', '/v1/call/{id}/recording'],
    ['envoy', 'recording', 'get', '/api/v1/calls/{call_id}/recording'],
    ['feather', 'recording', 'get', '/v1/voice/recordings/{recording_id}/playback-url'],
    ['voqo', 'recording', 'get', '/public/recordings/{shortCode}'],
    ['voqo', 'replies', 'get', '/public/recordings/{shortCode}/replies'],
  ])('of %s: %s is asked by %s %s', (id, role, method, path) => {
    const named = operationsOf(loadSpecification(id).overlaid)
    expect(named.find((operation) => operation.role === role)).toMatchObject({
      operationId: all[id]?.operationIds[role],
      method,
      path,
    })
  })

  test.each(Object.entries(all))(
    'of %s has a name, and tells what it is to us',
    (id, { operationIds, schemas }) => {
      const named = operationsOf(loadSpecification(id).overlaid)
      expect(Object.keys(schemas)).toEqual(named.map(({ operationId }) => operationId))
      expect(Object.values(operationIds)).toEqual(Object.keys(schemas))
      expect(Object.keys(operationIds)).toContain('recording')
    },
  )

  test.each(Object.entries(all))(
    'of %s has a schema for each status that a disturbance may give',
    (_, { schemas }) => {
      for (const bodies of Object.values(schemas)) {
        expect(Object.keys(bodies)).toEqual(
          expect.arrayContaining(['200', '404', '405', '429', '500', '502', '503', '504']),
        )
        for (const { contentType, schema } of Object.values(bodies)) {
          expect(contentType).toBe('application/json')
          expect([accepts(schema, 'text'), accepts(schema, {})]).toEqual([false, false])
        }
      }
    },
  )
})

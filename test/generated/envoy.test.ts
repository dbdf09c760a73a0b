import { describe, expect, test } from 'vitest'
import { schemas } from '../../generated/envoy/schemas.ts'
import { accepts, fastApi, type Given, without } from './accepts.ts'

const uuid = '4f6b2c1e-8a7d-4c3b-9e2f-1a2b3c4d5e6f'
const envoyRecording = {
  call_id: `call_${uuid}`,
  url: 'https://a.test/b',
  content_type: 'audio/mp4',
  expires_at: '2026-01-31T09:00:00Z',
  recording_status: 'AVAILABLE',
  duration_seconds: 1.5,
  file_size_bytes: 1,
  recording_start_time: '2026-01-31T08:00:00Z',
}
const bodies = schemas.getCallRecording

const table: Given[] = [
  ['a recording', bodies[200].schema, envoyRecording, true],
  ['a recording of unknown length', bodies[200].schema, { ...envoyRecording, duration_seconds: null }, true],
  [
    'a status that nobody published, for the words are not',
    bodies[200].schema,
    { ...envoyRecording, recording_status: 'ARCHIVED' },
    true,
  ],
  ['a recording without url', bodies[200].schema, { ...envoyRecording, url: null }, false],
  [
    'a recording that lost its length',
    bodies[200].schema,
    without(envoyRecording, 'duration_seconds'),
    false,
  ],
  ['a bare UUID', bodies[200].schema, { ...envoyRecording, call_id: uuid }, false],
  ['an error', bodies[404].schema, { detail: 'Recording not found' }, true],
  ['an error without detail', bodies[404].schema, { error: 'x' }, false],
  ['an invalid id', bodies[422].schema, fastApi, true],
]

describe('the schemas of envoy accept', () => {
  test.each(table)('%s', (_, schema, body, wanted) => {
    expect(accepts(schema, body)).toBe(wanted)
  })
})

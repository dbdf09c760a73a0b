import { describe, expect, test } from 'vitest'
import { schemas } from '../../generated/voqo/schemas.ts'
import { accepts, type Given, without } from './accepts.ts'

const metadata = { contentType: 'audio/mpeg', durationSeconds: 1.5, startedAt: '2026-01-31T08:00:00Z' }
const available = { status: 'available', url: 'https://a.test/b', ...metadata }
const reply = { id: '1', from: '+15550100', body: 'Hello', receivedAt: '2026-01-31T09:00:00Z' }
const context = schemas.getRecordingContext
const replies = schemas.listReplies

const table: Given[] = [
  ['a recording', context[200].schema, { shortCode: 'a', recording: available }, true],
  [
    'an unavailable one',
    context[200].schema,
    { shortCode: 'a', recording: { ...available, status: 'unavailable', url: null } },
    true,
  ],
  [
    'an available one without url',
    context[200].schema,
    { shortCode: 'a', recording: { ...available, url: null } },
    false,
  ],
  [
    'an unavailable one with a url',
    context[200].schema,
    { shortCode: 'a', recording: { ...available, status: 'unavailable' } },
    false,
  ],
  ['no reply', replies[200].schema, { shortCode: 'a', replies: [] }, true],
  ['a reply', replies[200].schema, { shortCode: 'a', replies: [reply] }, true],
  [
    'a reply without sender',
    replies[200].schema,
    { shortCode: 'a', replies: [without(reply, 'from')] },
    false,
  ],
  ['an unknown short code', context[404].schema, { error: { code: 'not_found', message: 'm' } }, true],
  ["another status' error", context[404].schema, { error: { code: 'rate_limited', message: 'm' } }, false],
]

describe('the schemas of voqo accept', () => {
  test.each(table)('%s', (_, schema, body, wanted) => {
    expect(accepts(schema, body)).toBe(wanted)
  })
})

import { expect, test } from 'vitest'
import { type Judged, verdictOf } from '../../../mocks/control/verdict.ts'
import { longestBody } from '../../../mocks/journal.ts'
import { osvi } from '../../../mocks/vendors/osvi.ts'

const operation = osvi.operations[0].id
const good = {
  success: true,
  data: {
    call_id: '00000000-0000-4000-8000-000000000001',
    recording_url: 'https://a.example/b',
    expires_in_seconds: 900,
  },
}
const judged = { vendor: osvi, operation, status: 200, body: JSON.stringify(good), breaks: [] }

test.for<[string, Partial<Judged>, string, string | undefined]>([
  ['an answer as the document has it', {}, 'conforms', undefined],
  ['one that breaks it on purpose', { breaks: ['body'], body: '<html>' }, 'declared', 'body'],
  ['one that lacks a field', { body: '{"success":true}' }, 'breaks', 'the body lacks data'],
  ['one of another status', { status: 418 }, 'breaks', 'the document has no 418 here'],
  ['one that is no JSON', { body: '<html>' }, 'breaks', 'the body is no JSON'],
  ['one without a body', { body: undefined }, 'unchecked', 'it has no body'],
  ['one that is cut', { body: '{'.repeat(longestBody) }, 'unchecked', 'its body is too long to be kept'],
  ['one to an unknown path', { operation: undefined }, 'unchecked', 'no document speaks of it'],
  ['one of nobody', { vendor: undefined }, 'unchecked', 'no document speaks of it'],
])('%s', ([_says, given, kind, why]) => {
  expect(verdictOf({ ...judged, ...given })).toEqual({ kind, ...(why === undefined ? {} : { why }) })
})

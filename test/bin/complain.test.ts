import { expect, test } from 'vitest'
import { complain } from '../../bin/complain.ts'
import { PlayheadError } from '../../mocks/world/error.ts'

const mistake = new PlayheadError({ code: 'bad-speed', act: 'Cannot run backwards', cure: 'Rewind it.' })

test('a mistake is told as act, cure and where to read more, without a trace', () => {
  expect(complain(mistake, { json: false, trace: false })).toBe(
    'Cannot run backwards.\nRewind it.\nSee docs/errors.md#bad-speed',
  )
})

test('as JSON it is one line, as the control API tells it', () => {
  expect(complain(mistake, { json: true, trace: true })).toBe(
    '{"error":{"code":"bad-speed","act":"Cannot run backwards","cure":"Rewind it.","docs":"docs/errors.md#bad-speed"}}',
  )
})

test('a fault of our own says where to report it, and shows its trace on demand alone', () => {
  const fault = new TypeError('x is not a function')
  const plain = complain(fault, { json: false, trace: false })
  expect(plain).toContain('Playhead itself failed: x is not a function.')
  expect(plain).toContain('PLAYHEAD_TRACE=1')
  expect(plain).not.toContain('complain.test.ts')
  expect(complain(fault, { json: false, trace: true })).toContain('complain.test.ts')
})

test('what is thrown need not be an error', () => {
  expect(complain('gone', { json: false, trace: true })).toContain('Playhead itself failed: gone.')
})

import { expect, test } from 'vitest'
import { mostLineBytes, openLines } from '../../../contracts/drivers/lines.ts'

const linesOf = (...pieces: readonly (string | Uint8Array)[]): readonly string[] => {
  const lines: string[] = []
  const { push, end } = openLines((line) => lines.push(line))
  for (const piece of pieces) push(typeof piece === 'string' ? Buffer.from(piece) : piece)
  end()
  return lines
}

test.each<[string, readonly (string | Uint8Array)[], readonly string[]]>([
  ['several in one piece', ['a\nb\n'], ['a', 'b']],
  ['one in several pieces', ['a', 'b', 'c\nd', '\n'], ['abc', 'd']],
  ['a letter cut in two', [Buffer.from('é').subarray(0, 1), Buffer.from('é').subarray(1), '\n'], ['é']],
  ['the last without its end', ['a\nb'], ['a', 'b']],
  ['ends of two bytes', ['a\r\nb\r\n'], ['a', 'b']],
  ['empty ones, which say nothing', ['\n \na\n'], ['a']],
  ['bytes that are no UTF-8', [new Uint8Array([0x61, 0xff, 0x0a])], ['a\ufffd']],
])('lines: %s', (_what, pieces, wanted) => {
  expect(linesOf(...pieces)).toEqual(wanted)
})

test('of a line that is too long only the beginning is kept, and the next is read', () => {
  const [long = '', next] = linesOf('x'.repeat(mostLineBytes), 'xxx', 'xxx\n', '{}\n')
  expect(long.length).toBe(2000)
  expect(next).toBe('{}')
})

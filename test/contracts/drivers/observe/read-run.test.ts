import { describe, expect, test } from 'vitest'
import { readRun } from '../../../../contracts/drivers/observe/read-run.ts'
import { historyAt } from '../../rules/a-history.ts'
import { linesOf, runOf } from './watched.ts'

const lines = linesOf(historyAt('osvi').api({}))
const { head } = runOf(lines)
const end = { kind: 'end', realMs: 9 }
const written = (...values: readonly unknown[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join('')

describe('a recorded run', () => {
  test('is read as it was written', () => {
    expect(readRun(written(head, ...lines, end), 'run.jsonl')).toEqual({
      head,
      lines,
      ended: true,
      torn: undefined,
    })
  })

  test('may have no end yet', () => {
    expect(readRun(written(head, ...lines), 'run.jsonl')).toMatchObject({ ended: false, torn: undefined })
  })

  test('is read up to a last line that was torn off', () => {
    const text = written(head, ...lines)
    expect(readRun(text.slice(0, -2), 'run.jsonl')).toEqual({
      head,
      lines: lines.slice(0, -1),
      ended: false,
      torn: 1 + lines.length,
    })
  })

  test.for<[string, string, string]>([
    ['no run', 'hello\n', 'Cannot read "run.jsonl" as a recorded run: its first line is not the head of one'],
    ['nothing', '', 'its first line is not the head of one'],
    ['a line of something else', written(head, { a: 1 }, end), 'line 2 is none of its lines'],
    [
      'a line from after the end of time',
      written(head, { ...lines[0], realMs: 8e15 }, end),
      'line 2 is none of its lines',
    ],
    [
      'a line that was broken in the middle',
      `${written(head)}{"sand\n${written(end)}`,
      'line 2 is none of its lines',
    ],
    ['another version', written({ ...head, playhead: 2 }), 'Cannot read a recorded run of version 2'],
  ])('is refused as %s', ([, text, told]) => {
    expect(() => readRun(text, 'run.jsonl')).toThrow(told)
  })
})

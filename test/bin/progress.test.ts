import { describe, expect, test } from 'vitest'
import { progressLine, tellProgress } from '../../bin/progress.ts'
import type { Progress } from '../../contracts/verify.ts'

const at = (done: number, more: Partial<Progress> = {}): Progress => ({
  vendor: 'osvi',
  done,
  of: 500,
  doing: 'cases',
  broken: [],
  ...more,
})

test.each<[Progress, string]>([
  [at(100), 'osvi  100/500 cases, 50/s, 8 s left'],
  [
    at(10, { doing: 'witnesses', rule: 'get-never-head' }),
    'osvi  10/500 cases, 5/s, 1 min 38 s left  get-never-head',
  ],
  [at(100, { broken: ['a', 'b'] }), 'osvi  100/500 cases, 50/s, 8 s left  2 rules broken'],
  [
    at(500, { doing: 'shrinking', rule: 'final-is-final', broken: ['final-is-final'] }),
    'osvi  500/500 cases, 250/s, 0 s left  looking for the smallest case of final-is-final',
  ],
])('a line of progress after two seconds: %j', (progress, line) => {
  expect(progressLine(progress, 2000)).toBe(line)
})

describe('telling progress', () => {
  const run = (isWatched: boolean) => {
    let now = 0
    const err: string[] = []
    const lines: string[] = []
    const status = isWatched ? { status: (text: string) => lines.push(text) } : {}
    const { onProgress, end } = tellProgress({ err: (text) => err.push(text), ...status }, 'ours', () => now)
    for (const vendor of ['quo', 'osvi'])
      for (let done = 1; done <= 500; done++) {
        now += 10
        onProgress(at(done, { vendor }))
      }
    end()
    return { err, lines }
  }

  test('is quiet off a terminal: when a vendor begins, and when it is done', () => {
    expect(run(false)).toEqual({
      lines: [],
      err: [
        'Verifying ours against quo: 500 cases …',
        'quo: ran 500 cases in 5 s, 100/s.',
        'Verifying ours against osvi: 500 cases …',
        'osvi: ran 500 cases in 5 s, 100/s.',
      ],
    })
  })

  test('rewrites one line on a terminal, ten times a second at most, and clears it', () => {
    const { err, lines } = run(true)
    expect(err).toEqual(['quo: ran 500 cases in 5 s, 100/s.', 'osvi: ran 500 cases in 5 s, 100/s.'])
    expect(lines.length).toBeGreaterThan(90)
    expect(lines.length).toBeLessThan(110)
    expect(lines.at(-1)).toBe('')
  })
})

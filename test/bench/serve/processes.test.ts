import { expect, test } from 'vitest'
import { cpuOf, secondsIn } from '../../../bench/serve/cpu-of.ts'
import { familyOf } from '../../../bench/serve/family.ts'
import { megabytesIn, rssOf } from '../../../bench/serve/rss-of.ts'

/** No process has it. */
const nobody = 2 ** 30

test('the time in a line of /proc is that of user and system, whatever the program is called', () => {
  const rest = 'S 1 1 1 0 -1 4194304 100 0 0 0 150 25 9 9 20 0 1 0 100'
  expect(secondsIn(`7 (node) ${rest}`)).toBe(1.75)
  expect(secondsIn(`7 (a) R 1 (b) ${rest}`)).toBe(1.75)
  expect(secondsIn('')).toBeNaN()
})

test('the memory is what is really held', () => {
  expect(megabytesIn('Name:\tnode\nVmPeak:\t  9999 kB\nVmRSS:\t   2000 kB\nThreads:\t1\n')).toBe(2.048)
  expect(megabytesIn('Name:\tnode\n')).toBeNaN()
})

test.runIf(process.platform === 'linux')(
  'a process has had time and memory, and one that is not there is told as such',
  () => {
    expect(familyOf(process.pid)).toContain(process.pid)
    expect(cpuOf(process.pid)).toBeGreaterThan(0)
    expect(rssOf(process.pid)).toBeGreaterThan(1)
    expect(cpuOf(nobody)).toBeNaN()
    expect(rssOf(nobody)).toBeNaN()
  },
)

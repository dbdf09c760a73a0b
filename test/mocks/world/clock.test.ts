import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Clock,
  freezeClock,
  frozenAt,
  moveClock,
  readClock,
  realTime,
  resumeClock,
  setClock,
  speedClock,
} from '../../../mocks/world/clock.ts'

/** Verbs in turn, each at its own real instant; then what the clock shows at the last one. */
type Turn = readonly [real: number, verb: (clock: Clock, real: number) => Clock]
const shownAfter = (turns: readonly Turn[], real: number): number =>
  readClock(
    turns.reduce((clock, [at, verb]) => verb(clock, at), realTime(0)),
    real,
  )

const set = (to: number) => (clock: Clock, real: number) => setClock(clock, real, to)
const move = (by: number) => (clock: Clock, real: number) => moveClock(clock, real, by)
const speed = (to: number) => (clock: Clock, real: number) => speedClock(clock, real, to)

describe('a clock', () => {
  test.each<[string, readonly Turn[], number, number]>([
    ['shows real time', [], 1000, 1000],
    ['goes on from where it was set', [[1000, set(5000)]], 1500, 5500],
    ['can be set back', [[1000, set(200)]], 1500, 700],
    ['is moved forwards', [[1000, move(900_000)]], 1500, 901_500],
    ['is moved backwards', [[1000, move(-400)]], 1500, 1100],
    [
      'is moved by what was asked each time',
      [
        [1000, move(10)],
        [1100, move(-10)],
      ],
      1200,
      1200,
    ],
    ['stands still when frozen', [[1000, freezeClock]], 9000, 1000],
    [
      'is frozen once',
      [
        [1000, freezeClock],
        [2000, freezeClock],
      ],
      9000,
      1000,
    ],
    [
      'is set while frozen, and stays so',
      [
        [1000, freezeClock],
        [2000, set(7000)],
      ],
      9000,
      7000,
    ],
    [
      'is moved while frozen',
      [
        [1000, freezeClock],
        [2000, move(50)],
      ],
      9000,
      1050,
    ],
    [
      'resumes from the frozen instant',
      [
        [1000, freezeClock],
        [5000, resumeClock],
      ],
      5300,
      1300,
    ],
    [
      'is not disturbed by resuming what runs',
      [
        [1000, set(5000)],
        [2000, resumeClock],
      ],
      3000,
      7000,
    ],
    ['runs sixty times as fast from now on', [[1000, speed(60)]], 2000, 61_000],
    ['runs half as fast', [[1000, speed(0.5)]], 2001, 1500],
    [
      'keeps its speed when it is set',
      [
        [1000, speed(60)],
        [2000, set(0)],
      ],
      3000,
      60_000,
    ],
    [
      'keeps its speed when it is moved',
      [
        [1000, speed(60)],
        [2000, move(1000)],
      ],
      3000,
      122_000,
    ],
    [
      'keeps its speed through a freeze',
      [
        [1000, speed(60)],
        [1000, freezeClock],
        [8000, resumeClock],
      ],
      9000,
      61_000,
    ],
    [
      'runs again when it is given a speed',
      [
        [1000, freezeClock],
        [8000, speed(2)],
      ],
      9000,
      3000,
    ],
    [
      'changes speed without a jump',
      [
        [1000, speed(60)],
        [2000, speed(1)],
      ],
      2500,
      61_500,
    ],
    ['never shows an instant before 1970', [[1000, set(100)]], 500, 0],
  ])('%s', (_, turns, real, wanted) => {
    expect(shownAfter(turns, real)).toBe(wanted)
  })

  test('shows whole milliseconds at any speed, and never runs back by itself', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 100_000, noNaN: true }),
        fc.nat(),
        fc.nat(1000),
        (rate, real, later) => {
          const clock = speedClock(realTime(0), 0, rate)
          expect(Number.isInteger(readClock(clock, real))).toBe(true)
          expect(readClock(clock, real + later)).toBeGreaterThanOrEqual(readClock(clock, real))
        },
      ),
    )
  })

  test('runs a hundred thousand times as fast at most', () => {
    expect(shownAfter([[0, speed(100_000)]], 1)).toBe(100_000)
  })

  test('can begin frozen', () => {
    expect(readClock(frozenAt(77), 1000)).toBe(77)
  })
})

describe('a clock refuses', () => {
  test.each([-1, Number.NaN, 0.5, 1e15])('the instant %s', (to) => {
    expect(() => set(to)(realTime(0), 0)).toThrow(expect.objectContaining({ code: 'bad-instant' }))
    expect(() => frozenAt(to)).toThrow(expect.objectContaining({ code: 'bad-instant' }))
  })

  test('to go back before 1970', () => {
    expect(() => move(-1001)(realTime(0), 1000)).toThrow(expect.objectContaining({ code: 'bad-instant' }))
  })

  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, 100_001])('the speed %s', (rate) => {
    expect(() => speed(rate)(realTime(0), 0)).toThrow(
      expect.objectContaining({ code: 'bad-speed', cure: expect.stringContaining('freeze') }),
    )
  })
})

test('a clock tells whether it runs', () => {
  const [running, frozen] = [realTime(1000), freezeClock(realTime(1000), 2000)]
  expect(running).toEqual({ mode: 'running', speed: 1, realAt: 1000, virtualAt: 1000 })
  expect(frozen).toEqual({ mode: 'frozen', speed: 1, virtualAt: 2000 })
  expect(setClock(frozen, 3000, 7000)).toEqual({ mode: 'frozen', speed: 1, virtualAt: 7000 })
  expect(resumeClock(frozen, 3000)).toEqual({ mode: 'running', speed: 1, realAt: 3000, virtualAt: 2000 })
})

test.each([
  ['set', () => setClock(realTime(0), 0, -1), /^Cannot set the clock: -1 is no instant/],
  ['frozen', () => frozenAt(-1), /^Cannot freeze the clock: -1 is no instant/],
  ['run', () => speedClock(realTime(0), 0, -60), /^Cannot run the clock at speed -60\. Give a number/],
])('a clock that cannot be %s says so, and with what', (_, act, wanted) => {
  expect(act).toThrow(wanted)
})

import { expect, test } from 'vitest'
import { pitchOf, silence, soundAt } from '../../../../mocks/world/audio/sound.ts'

const at = (hours: number, minutes: number, seconds: number, ms: number): number =>
  ((hours * 60 + minutes) * 60 + seconds) * 1000 + ms

test.each([
  ['the minute’s last digit', at(0, 12, 34, 0), 2],
  ['the minute’s last digit, to its end', at(0, 12, 34, 119), 2],
  ['a gap', at(0, 12, 34, 120), silence],
  ['the tens of seconds', at(0, 12, 34, 200), 3],
  ['the tens of seconds, to their end', at(0, 12, 34, 319), 3],
  ['another gap', at(0, 12, 34, 399), silence],
  ['the seconds', at(0, 12, 34, 400), 4],
  ['the seconds, to their end', at(0, 12, 34, 919), 4],
  ['a gap before the next second', at(0, 12, 34, 999), silence],
  ['the next second', at(0, 12, 35, 500), 5],
  ['the minute after 59 seconds', at(0, 13, 0, 0), 3],
  ['no hour', at(23, 59, 59, 0), 9],
])('what sounds is %s', (_name, ms, wanted) => expect(soundAt(ms)).toBe(wanted))

test.each([
  [0, 500],
  [1, 625],
  [9, 1625],
])('digit %i has %i Hz', (digit, hertz) => expect(pitchOf(digit)).toBe(hertz))

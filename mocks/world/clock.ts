import { PlayheadError, shown } from './error.ts'
import { checkedInstant, type Instant } from './instant.ts'

/**
 * A session's clock: real time carried to another origin, or a frozen instant. It is a value; the verbs return another.
 * `speed` is virtual milliseconds a real one.
 */
export type Clock =
  | {
      readonly mode: 'running'
      readonly speed: number
      readonly realAt: Instant
      readonly virtualAt: Instant
    }
  | { readonly mode: 'frozen'; readonly speed: number; readonly virtualAt: Instant }

/** Real time itself. */
export const realTime = (real: Instant): Clock => ({
  mode: 'running',
  speed: 1,
  realAt: real,
  virtualAt: real,
})

/** A clock that stands still. */
export const frozenAt = (at: Instant): Clock => ({
  mode: 'frozen',
  speed: 1,
  virtualAt: checkedInstant(at, 'Cannot freeze the clock'),
})

/** What a clock shows when it is `real` outside. */
export const readClock = (clock: Clock, real: Instant): Instant =>
  clock.mode === 'frozen'
    ? clock.virtualAt
    : Math.max(0, Math.floor(clock.virtualAt + (real - clock.realAt) * clock.speed))

/** Moves a clock to an instant; it goes on from there as before. @throws PlayheadError `bad-instant` */
export const setClock = (clock: Clock, real: Instant, to: Instant): Clock => {
  const virtualAt = checkedInstant(to, 'Cannot set the clock')
  return clock.mode === 'frozen' ? { ...clock, virtualAt } : { ...clock, realAt: real, virtualAt }
}

/** Moves a clock by milliseconds, forwards or (negative) backwards. @throws PlayheadError `bad-instant` */
export const moveClock = (clock: Clock, real: Instant, byMs: number): Clock =>
  setClock(clock, real, readClock(clock, real) + byMs)

/** Stops a clock where it is. */
export const freezeClock = (clock: Clock, real: Instant): Clock => ({
  mode: 'frozen',
  speed: clock.speed,
  virtualAt: readClock(clock, real),
})

/** Lets a clock go on from where it stands. */
export const resumeClock = (clock: Clock, real: Instant): Clock => ({
  mode: 'running',
  speed: clock.speed,
  realAt: real,
  virtualAt: readClock(clock, real),
})

/** The fastest a clock may run: a day in less than a second. */
const fastest = 100_000

/** Makes a clock run faster or slower than real time, from now on. @throws PlayheadError `bad-speed` */
export const speedClock = (clock: Clock, real: Instant, speed: number): Clock => {
  if (!(speed > 0 && speed <= fastest))
    throw new PlayheadError({
      code: 'bad-speed',
      act: `Cannot run the clock at speed ${shown(speed)}`,
      cure: `Give a number above 0 and at most ${fastest}; to stop the clock, freeze it; to go back, rewind it.`,
    })
  return { ...resumeClock(clock, real), speed }
}

import type { Session } from './session.ts'
import { nextBoundary, previousBoundary } from './world/boundaries.ts'
import {
  type Clock,
  freezeClock,
  moveClock,
  readClock,
  realTime,
  resumeClock,
  setClock,
  speedClock,
} from './world/clock.ts'
import { parseDuration } from './world/duration.ts'
import { PlayheadError, shown } from './world/error.ts'
import { type Instant, parseInstant, toIso } from './world/instant.ts'
import { nearest } from './world/nearest.ts'

/** What a session's clock shows. */
export interface ClockState {
  readonly now: Instant
  /** The same in ISO 8601. */
  readonly iso: string
  readonly mode: Clock['mode']
  /** Virtual milliseconds a real one. */
  readonly speed: number
  /** The next instant at which some answer changes, if there is one. */
  readonly next?: Instant
}

/** One way to move a clock. */
export interface ClockVerb {
  readonly name: string
  readonly takes: 'duration' | 'instant' | 'number' | 'nothing'
  /** Whether what it takes may be left out. */
  readonly optional?: true
  readonly help: string
  /** @param value never left out where it is needed @throws PlayheadError, and the session is as it was */
  readonly apply: (session: Session, value: string) => Promise<unknown>
}

type Turn = (clock: Clock, real: Instant, value: string) => Clock

const turn =
  (turned: Turn): ClockVerb['apply'] =>
  (session, value) =>
    session.change(({ clock }, real) => ({ clock: turned(clock, real, value) }))

type Choose = (boundaries: readonly Instant[], now: Instant) => Instant | undefined

const toBoundary = async (session: Session, choose: Choose, where: 'after' | 'before'): Promise<unknown> => {
  const boundaries = await session.boundaries()
  return session.change(({ clock }, real) => {
    const now = readClock(clock, real)
    const at = choose(boundaries, now)
    if (at !== undefined) return { clock: setClock(clock, real, at) }
    throw new PlayheadError({
      code: 'no-boundary',
      act: `Cannot go to the boundary ${where} ${toIso(now)}: there is none`,
      cure: `No answer changes ${where === 'after' ? 'later' : 'earlier'} by itself; ${where === 'after' ? 'advance' : 'rewind'} the clock by a duration, such as 15m.`,
    })
  })
}

/** The verbs of the clock: what the command line and the control API offer. */
export const clockVerbs = [
  {
    name: 'advance',
    takes: 'duration',
    help: 'Move forwards by a duration, such as 15m.',
    apply: turn((clock, real, value) => moveClock(clock, real, parseDuration(value))),
  },
  {
    name: 'set',
    takes: 'instant',
    help: 'Go to an instant: ISO 8601, or milliseconds since the epoch.',
    apply: turn((clock, real, value) => setClock(clock, real, parseInstant(value))),
  },
  {
    name: 'next',
    takes: 'nothing',
    help: 'Go to the next instant at which some answer changes.',
    apply: (session) => toBoundary(session, nextBoundary, 'after'),
  },
  {
    name: 'rewind',
    takes: 'duration',
    optional: true,
    help: 'Move backwards by a duration, such as 10s; without one to the previous instant at which some answer changed.',
    apply: (session, value) =>
      value === ''
        ? toBoundary(session, previousBoundary, 'before')
        : turn((clock, real, given) => moveClock(clock, real, -parseDuration(given)))(session, value),
  },
  { name: 'freeze', takes: 'nothing', help: 'Stand still.', apply: turn(freezeClock) },
  { name: 'resume', takes: 'nothing', help: 'Go on from where it stands.', apply: turn(resumeClock) },
  {
    name: 'speed',
    takes: 'number',
    help: 'Run this many times as fast as real time.',
    apply: turn((clock, real, value) => speedClock(clock, real, numberIn(value))),
  },
  {
    name: 'reset',
    takes: 'nothing',
    help: 'Go back to real time.',
    apply: turn((_clock, real) => realTime(real)),
  },
] as const satisfies readonly ClockVerb[]

const numberIn = (text: string): number => {
  const value = Number(text)
  if (Number.isFinite(value)) return value
  throw new PlayheadError({
    code: 'bad-speed',
    act: `Cannot read ${shown(text)} as a speed`,
    cure: 'Give a number, such as 60: then a minute passes each second.',
  })
}

/** What a session's clock shows, and what comes next. */
export const clockState = async (session: Session): Promise<ClockState> => {
  const [{ clock }, now, boundaries] = await Promise.all([
    session.state(),
    session.now(),
    session.boundaries(),
  ])
  const next = nextBoundary(boundaries, now)
  return {
    now,
    iso: toIso(now),
    mode: clock.mode,
    speed: clock.speed,
    ...(next === undefined ? {} : { next }),
  }
}

/**
 * Moves a session's clock by a verb and says what it shows then.
 * @throws PlayheadError `unknown-clock-verb`, `bad-clock-value`, `bad-duration`, `bad-instant`, `bad-speed`,
 *   `no-boundary`; the session is then as it was
 * @example await moveSession(session, 'advance', '15m')
 */
export const moveSession = async (
  session: Session,
  name: string,
  value?: string | number,
): Promise<ClockState> => {
  const verb: ClockVerb | undefined = clockVerbs.find((one) => one.name === name)
  if (!verb)
    throw new PlayheadError({
      code: 'unknown-clock-verb',
      act: `Cannot ${shown(name)} the clock`,
      cure: `Did you mean ${nearest(
        name,
        clockVerbs.map((one) => one.name),
      )}? There are ${clockVerbs.map((one) => one.name).join(', ')}.`,
    })
  const given = value === undefined ? '' : String(value).trim()
  const needs = verb.takes !== 'nothing' && verb.optional !== true
  if (needs ? given === '' : verb.takes === 'nothing' && given !== '')
    throw new PlayheadError({
      code: 'bad-clock-value',
      act: needs ? `Cannot ${name} the clock by nothing` : `Cannot ${name} the clock with ${shown(given)}`,
      cure: needs ? `Give ${article[verb.takes]}. ${verb.help}` : `${name} takes no value. ${verb.help}`,
    })
  await verb.apply(session, given)
  return clockState(session)
}

const article = { duration: 'a duration', instant: 'an instant', number: 'a number', nothing: 'nothing' }

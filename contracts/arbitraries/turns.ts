import fc from 'fast-check'
import { type Effect, errorShapes } from '../../mocks/world/disturbance.ts'
import { recordingStatuses } from '../../mocks/world/recording-status.ts'
import type { Step } from '../step.ts'
import { effectsOn, extents, novelties, pages, surprises } from './disturbances.ts'
import { hostileIds } from './hostile-ids.ts'
import { nearness } from './moments.ts'
import { byTwoAccounts, cancelled, overtaken, races } from './races.ts'
import { skews } from './skews.ts'
import { ask, linkEnd, ops, type Turn, trouble } from './turn.ts'

/** Trouble, and at once the question that meets it. */
const askedIntoTrouble = (): Turn =>
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc
        .tuple(effectsOn('api'), extents(), fc.constantFrom('look', 'look', 'download', 'replies'))
        .map(([effect, extent, op]) => [trouble(effect, 'api', extent), ask(op)]),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(effectsOn('storage'), extents(), ops())
        .map(([effect, extent, next]) => [trouble(effect, 'storage', extent), ask('download'), ask(next)]),
    },
  )

/** Several troubles at once, on both roles. */
const bursts = (): Turn =>
  fc
    .tuple(
      fc.array(
        fc.oneof(
          fc.tuple(fc.constant('api' as const), effectsOn('api'), extents()),
          fc.tuple(fc.constant('storage' as const), effectsOn('storage'), extents()),
        ),
        { minLength: 2, maxLength: 4 },
      ),
      ops(),
    )
    .map(([several, op]) => [
      ...several.map(([role, effect, extent]) => trouble(effect, role, extent)),
      ask(op),
    ])

/** Asked again when the link told before is about to end. */
const askedAroundTheEnd = (): Turn =>
  fc
    .tuple(ops(), nearness(), ops())
    .map(([first, offsetMs, then]) => [ask(first), linkEnd(offsetMs), ask(then)])

/**
 * A transfer under way when its link ends: of a short link by itself, of a long one begun when it is still taken for
 * good, which clients do until a few seconds or a minute before its end.
 */
const endsUnderWay = (): Turn =>
  fc
    .tuple(
      fc.constantFrom(10, 60, 137, 400),
      fc.constantFrom(undefined, undefined, -1500, -31_001, -61_001),
      nearness(),
    )
    .map(([bytesPerSecond, aheadMs, offsetMs]) => [
      ...(aheadMs === undefined ? [] : [ask('look'), linkEnd(aheadMs + offsetMs)]),
      trouble({ kind: 'trickle', bytesPerSecond }, 'storage'),
      ask('download'),
    ])

/** A link that dies between the answer that told it and the request for it. */
const diesOnTheWay = (): Turn =>
  fc
    .tuple(fc.constantFrom(999, 1000, 2000, 7000), nearness(), ops())
    .map(([ms, offsetMs, op]) => [trouble({ kind: 'slow-headers', ms: ms + offsetMs }, 'api'), ask(op)])

/** Asked when a recording has just come to some state, or just before. */
const atAStatus = (): Turn =>
  fc
    .tuple(fc.constantFrom(...recordingStatuses), nearness())
    .map(([status, offsetMs]) => [
      ask('look'),
      { do: 'clock', to: { goal: 'status', call: 'c1', status, offsetMs } },
      ask('look'),
    ])

/** As of an object that has become shorter. */
const pastTheEnd: Effect = { kind: 'status', status: 416, told: 'untold' }

/** Two bodies that break off, or are asked for from their middle, where storage does not go on with them. */
const surprised = (): Turn => {
  const one = fc
    .tuple(
      fc.constantFrom<Effect>({ kind: 'truncate' }, { kind: 'reset', at: 'mid-body' }),
      fc.oneof({ weight: 3, arbitrary: surprises() }, { weight: 1, arbitrary: fc.constant(pastTheEnd) }),
      fc.constantFrom(undefined, undefined, 1, 5000),
    )
    .map(([cut, effect, from]): readonly Step[] => [
      trouble(cut, 'storage'),
      { do: 'disturb', disturbance: { id: 't', effect, on: { role: 'storage' }, skip: 1, count: 1 } },
      { ...ask('download'), ...(from === undefined ? {} : { from }) } as Step,
    ])
  return fc.tuple(one, one).map(([first, second]) => [...first, ...second])
}

/** A body that breaks off and is gone on with, by the client itself and by being asked to. */
const resumed = (): Turn =>
  fc
    .tuple(
      fc.constantFrom<Effect>({ kind: 'truncate' }, { kind: 'reset', at: 'mid-body' }),
      extents(),
      fc.constantFrom(1, 1000, 5000, 1_000_000),
    )
    .map(([effect, extent, from]) => [
      trouble(effect, 'storage', extent),
      ask('download'),
      { ...ask('download'), from } as Step,
    ])

/** Told to wait, in every way there is to tell it. */
const limited = (): Turn =>
  fc
    .tuple(
      fc.constantFrom(1, 2, 30, 60),
      fc.constantFrom('header' as const, 'date' as const, 'body' as const),
      extents(),
    )
    .map(([retryAfterSeconds, told, extent]) => [
      trouble({ kind: 'status', status: 429, retryAfterSeconds, told }, 'api', extent),
      ask('look'),
    ])

/** Asked by a clock that is wrong, and again around the end of what was told. */
const byAWrongClock = (): Turn =>
  fc
    .tuple(fc.constantFrom(...skews), ops(), nearness())
    .map(([ms, op, offsetMs]) => [{ do: 'skew', ms }, ask('look'), linkEnd(offsetMs), ask(op)])

/** More questions at once than a vendor allows, none of which can be answered from what is kept. */
const rushes = (): Turn =>
  fc
    .tuple(fc.integer({ min: 11, max: 14 }), fc.constantFrom(...skews))
    .map(([several, ms]) => [
      { do: 'skew', ms },
      ...Array.from(
        { length: several },
        (_, index) => ({ ...ask('look', { overlap: true }), id: `AC${index}` }) as Step,
      ),
      { do: 'settle' },
    ])

/** What is left of a call when its recording is not to be had. */
const repliesBeside = (): Turn => fc.constant([ask('look'), ask('replies')])

/** An id that has to be escaped, or refused. */
const hostile = (): Turn =>
  fc.tuple(fc.constantFrom(...hostileIds), ops()).map(([id, op]) => [{ ...ask(op), id } as Step])

/** An answer or a body that does not come to its end while anybody waits. */
const withoutEnd = (): Turn =>
  fc
    .tuple(
      fc.constantFrom('api' as const, 'storage' as const),
      fc.constantFrom<Effect>({ kind: 'silence' }, { kind: 'trickle', bytesPerSecond: 1 }),
      fc.constantFrom({}, { count: 1 }),
    )
    .map(([role, effect, extent]) => [
      trouble(effect, role, extent),
      ask(role === 'api' ? 'look' : 'download'),
    ])

/** What an API may say in a new way, said when it is asked for the first time. */
const newWords = (): Turn =>
  novelties().map((effect) => [trouble(effect, 'api'), ask('look'), { do: 'calm' }, ask('look')])

/** Something in between answers in place of the API or of storage. */
const inBetween = (): Turn =>
  fc
    .tuple(pages(), fc.constantFrom('api' as const, 'storage' as const), extents())
    .map(([effect, role, extent]) => [
      trouble(effect, role, extent),
      ask(role === 'api' ? 'look' : 'download'),
    ])

/** What asking again does not change: the API refuses the question, or storage every link. */
const refused = (): Turn =>
  fc.oneof(
    fc
      .tuple(fc.constantFrom(400, 401, 403, 403, 404, 422), fc.constantFrom(...errorShapes))
      .map(([status, shape]) => [
        trouble({ kind: 'status', status, told: 'untold', shape }, 'api'),
        ask('look'),
      ]),
    fc
      .constantFrom({}, { count: 1 }, { count: 3 })
      .map((extent) => [trouble({ kind: 'die-early' }, 'storage', extent), ask('download')]),
  )

/** When all is well again, so must the client be. */
const allWellAgain = (): Turn => ops().map((op) => [{ do: 'settle' }, { do: 'calm' }, ask(op)])

/** Everything that is asked and done in a few steps. */
export const turns = (): Turn =>
  fc.oneof(
    { weight: 6, arbitrary: askedIntoTrouble() },
    { weight: 2, arbitrary: bursts() },
    { weight: 4, arbitrary: askedAroundTheEnd() },
    { weight: 3, arbitrary: limited() },
    { weight: 2, arbitrary: byAWrongClock() },
    { weight: 1, arbitrary: rushes() },
    { weight: 2, arbitrary: repliesBeside() },
    { weight: 2, arbitrary: hostile() },
    { weight: 5, arbitrary: endsUnderWay() },
    { weight: 1, arbitrary: diesOnTheWay() },
    { weight: 3, arbitrary: races() },
    { weight: 1, arbitrary: cancelled() },
    { weight: 1, arbitrary: byTwoAccounts() },
    { weight: 1, arbitrary: atAStatus() },
    { weight: 2, arbitrary: resumed() },
    { weight: 3, arbitrary: surprised() },
    { weight: 1, arbitrary: overtaken() },
    { weight: 2, arbitrary: withoutEnd() },
    { weight: 3, arbitrary: newWords() },
    { weight: 3, arbitrary: inBetween() },
    { weight: 3, arbitrary: refused() },
    { weight: 1, arbitrary: allWellAgain() },
  )

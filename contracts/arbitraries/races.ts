import fc from 'fast-check'
import type { Effect } from '../../mocks/world/disturbance.ts'
import { nearness } from './moments.ts'
import { ask, linkEnd, ops, type Turn, trouble } from './turn.ts'

/** Two questions at once, the first one's answer kept back; by one account or by two. */
export const races = (): Turn =>
  fc
    .tuple(
      fc.constantFrom('api' as const, 'storage' as const),
      ops(),
      ops(),
      fc.constantFrom('default', 'default', 'foreign'),
      fc.option(nearness(), { nil: undefined }),
    )
    .map(([role, first, second, account, offsetMs]) => [
      { do: 'hold', role },
      ask(first, { overlap: true }),
      ...(offsetMs === undefined ? [] : [linkEnd(offsetMs)]),
      ask(second, { overlap: true, ...(account === 'default' ? {} : { account }) }),
      { do: 'deliver' },
      { do: 'settle' },
      ask(second),
    ])

/** A question that is taken back while its answer is on the way, and time enough to see whether more is sent for it. */
export const cancelled = (): Turn =>
  fc
    .tuple(
      fc.constantFrom('api' as const, 'storage' as const),
      fc.constantFrom<Effect>(
        { kind: 'silence' },
        { kind: 'trickle', bytesPerSecond: 100 },
        { kind: 'status', status: 503, told: 'untold' },
      ),
      fc.constantFrom('look', 'download'),
      // What the other account asks for, nobody else has asked for as a rule.
      fc.constantFrom({}, { account: 'foreign' }),
    )
    .map(([role, effect, op, whose]) => [
      trouble(effect, role, {}),
      ask(role === 'api' ? op : 'download', { overlap: true, ...whose }),
      { do: 'cancel' },
      { do: 'settle' },
      { do: 'clock', to: { goal: 'by', ms: 60_000 } },
    ])

/** The same call asked for with two credentials, one after the other or at once. */
export const byTwoAccounts = (): Turn =>
  fc
    .tuple(ops(), ops(), fc.boolean())
    .map(([first, second, isAtOnce]) =>
      isAtOnce
        ? [
            linkEnd(0),
            { do: 'hold', role: 'api' },
            ask(first, { overlap: true }),
            ask('look', { overlap: true, account: 'foreign' }),
            { do: 'deliver' },
            { do: 'settle' },
          ]
        : [ask(first), ask(second, { account: 'foreign' }), ask('look')],
    )

/** The answer to a question that was taken back comes behind the one to the next, which has nothing that plays. */
export const overtaken = (): Turn =>
  ops().map((op) => [
    linkEnd(0),
    { do: 'hold', role: 'api' },
    ask('look', { overlap: true }),
    { do: 'cancel' },
    trouble({ kind: 'status', status: 404, told: 'untold' }, 'api'),
    ask('look'),
    { do: 'deliver' },
    { do: 'settle' },
    ask('look'),
    ask(op),
  ])

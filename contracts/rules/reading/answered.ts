import type { Outcome } from '../../../mocks/world/outcome.ts'
import type { Violation } from '../../define.ts'
import type { Op } from '../../history.ts'
import type { Answer, Ask } from './ask.ts'
import { decisive } from './of-ask.ts'
import type { Reading } from './reading.ts'
import type { Telling } from './telling.ts'

/** An ask that came to its end by the client's own answer. */
export type Answered = Ask & { readonly answer: Answer }

const isAnswered = (ask: Ask): ask is Answered => ask.answer !== undefined && ask.cancelled === undefined

/** The asks of some kind that the client answered; one that was cancelled owes no particular answer. */
export const answeredOf = ({ asks }: Reading, ...ops: readonly Op[]): readonly Answered[] =>
  asks.filter(isAnswered).filter(({ op }) => ops.length === 0 || ops.includes(op))

/** An answered ask with the API answer it has to follow. */
export interface Informed {
  readonly ask: Answered
  readonly telling: Telling
}

const known = new WeakMap<Reading, readonly Informed[]>()

const allInformed = (reading: Reading): readonly Informed[] => {
  const informed =
    known.get(reading) ??
    answeredOf(reading).flatMap((ask) => {
      const telling = decisive(reading, ask)
      return telling ? { ask, telling } : []
    })
  known.set(reading, informed)
  return informed
}

/** The answered asks of which it is certain what told them. Found once, however many rules ask. */
export const informedOf = (reading: Reading, ...ops: readonly Op[]): readonly Informed[] =>
  ops.length === 0 ? allInformed(reading) : allInformed(reading).filter(({ ask }) => ops.includes(ask.op))

/** What an ask came to, in one word; an error that was thrown is no outcome. */
export const kindOf = ({ answer }: Answered): string => answer.outcome?.kind ?? 'error'

/** The outcome of a look that plays. */
export const playableOf = ({ op, answer }: Answered): Extract<Outcome, { kind: 'playable' }> | undefined =>
  op === 'look' && answer.outcome?.kind === 'playable' ? answer.outcome : undefined

/** A violation at an ask's answer. */
export const atAnswer = (ask: Answered, what: string, allowed: string): Violation => ({
  event: ask.answer.event,
  what,
  allowed,
})

/** What an ask came to, as a sentence for a report. */
export const saidOf = (ask: Answered): string =>
  ask.answer.error
    ? `it threw ${ask.answer.error.name}: ${ask.answer.error.message}`
    : `it answered ${kindOf(ask)}`

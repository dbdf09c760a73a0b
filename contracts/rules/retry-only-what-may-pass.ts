import { defineRule, type Violation } from '../define.ts'
import { judging } from './judging.ts'
import { type Exchange, isBroken, isWhole } from './reading/exchange.ts'
import { sendsBytes } from './reading/media.ts'
import { questionsOf, transfersOf } from './reading/of-ask.ts'
import { readHistory } from './reading/reading.ts'
import { unknownId } from './unknown-id.ts'
import { assumedWire, everyVendor } from './whom.ts'
import { look, trouble, witness } from './witness.ts'

/** How often one thing may be asked for one ask. */
const mostTries = 10

const mayPass = (status: number): boolean =>
  status >= 500 || status === 408 || status === 425 || status === 429

/** Whether two requests are one and its repetition. */
const repeats = (one: Exchange, other: Exchange): boolean =>
  one.url === other.url && one.sent.headers.range === other.sent.headers.range

const hasFailed = (one: Exchange): boolean =>
  (one.received !== undefined && one.received.status >= 400) || isBroken(one)

/**
 * Whether something has changed in between. Storage's refusal is answered with a new URL, which within one second is the same
 * text; and a whole that was begun anew may break off where the first one did, to be gone on with from there.
 */
const isOtherwise = (failed: Exchange, one: Exchange): boolean =>
  one.sent.role === 'api' || (!repeats(one, failed) && sendsBytes(one))

/** The how-manieth try in a row one is: what was answered in between, as to someone who polls, begins anew. */
const triesOf = (again: readonly Exchange[], next: Exchange): number => {
  const at = again.indexOf(next)
  return at - again.slice(0, at).findLastIndex((one) => !hasFailed(one))
}

const judge = (failed: Exchange, next: Exchange, tries: number): Violation | undefined => {
  const event = next.sentEvent
  if (failed.received && isWhole(failed) && !mayPass(failed.received.status))
    return {
      event,
      what: `it asked again after ${failed.received.status}`,
      allowed: 'no retry: the same question gets the same answer',
    }
  if (tries > mostTries)
    return {
      event,
      what: `it tried for the ${tries}th time`,
      allowed: `at most ${mostTries} tries, then \`unavailable\``,
    }
  // A request that was given up before its end had been waited for already: that was the pause.
  const ended = failed.settledEvent < next.sentEvent ? failed.settled : failed.received
  if (!ended || failed.settled?.how === 'aborted') return undefined
  const since = ended.at
  return next.sent.at > since
    ? undefined
    : { event, what: 'it tried again without a pause', allowed: 'a pause before each retry' }
}

export const retryOnlyWhatMayPass = defineRule({
  id: 'retry-only-what-may-pass',
  level: 'must',
  vendors: everyVendor,
  should: assumedWire,
  needs: ['waits', 'wire'],
  watched: 'asks',
  says: '5xx, 408, 425, resets and time-outs: bounded retries with pauses; no other 4xx than 429 is retried.',
  basis: [
    { vendor: 'quo', quote: "code: const: '0901500'" },
    { quote: 'RFC 9110 section 15: what a status means for another try.' },
  ],
  since: '1.0.0',
  witness: (vendor) =>
    witness(vendor, [
      look({ id: unknownId(vendor) }),
      trouble({ kind: 'status', status: 500, told: 'untold' }),
      look(),
      { do: 'calm' },
      trouble({ kind: 'reset', at: 'before-headers' }, 1),
      look(),
    ]),
  judge: (history) => {
    const reading = readHistory(history)
    const failures = reading.asks
      .filter(({ alone }) => alone)
      .flatMap((ask) => {
        const sent = [...questionsOf(reading, ask), ...transfersOf(reading, ask)]
          .filter(({ follows }) => !follows)
          .filter(({ sentEvent }) => sentEvent > ask.first)
        return sent.filter(hasFailed).flatMap((failed) => {
          const again = sent.filter((one) => repeats(one, failed))
          const next = again.find(({ sentEvent }) => sentEvent > failed.sentEvent)
          const changed = sent.some(
            (one) =>
              next &&
              one.sentEvent > failed.sentEvent &&
              one.sentEvent < next.sentEvent &&
              isOtherwise(failed, one),
          )
          return next && changed && failed.sent.role !== 'api'
            ? []
            : { failed, next, tries: next ? triesOf(again, next) : 0 }
        })
      })
    // An open request's time-out is a pause of its own.
    return judging(failures, ({ failed, next, tries }) => next && judge(failed, next, tries))
  },
})

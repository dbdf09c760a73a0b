import { retryAfterOf } from '../../mocks/vendors/reading.ts'
import { formatDuration } from '../../mocks/world/duration.ts'
import { fromHttpDate } from '../../mocks/world/instant.ts'
import { defineRule, type Violation } from '../define.ts'
import { judging } from './judging.ts'
import type { Exchange } from './reading/exchange.ts'
import { questionsOf } from './reading/of-ask.ts'
import { type Reading, readHistory } from './reading/reading.ts'
import { look, segment, trouble, witness } from './witness.ts'

/** How often one ask may run into the limit, with nothing else answered in between. */
const mostTries = 10

/** A question that was answered with 429. */
type Limited = Exchange & { readonly received: NonNullable<Exchange['received']> }

const isLimited = (exchange: Exchange): exchange is Limited =>
  exchange.received?.status === 429 && exchange.sent.role === 'api'

/** The how-manieth limit in a row one is: what was answered in between, as to someone who polls, begins anew. */
const limitsInARow = (questions: readonly Exchange[], limited: Limited): number => {
  const before = questions.slice(0, questions.indexOf(limited) + 1)
  const answered = before.findLastIndex(({ received }) => received !== undefined && received.status < 300)
  return before.slice(answered + 1).filter(isLimited).length
}

/** The shortest fair wait, in milliseconds: a date may be read by the client's clock or by the answer's own. */
const toldMs = ({ clock }: Reading, { received, receivedEvent }: Limited): number | undefined => {
  const answered = { status: received.status, headers: received.headers, body: received.body ?? '' }
  const waits = [clock[receivedEvent], fromHttpDate(received.headers.date ?? '')].flatMap((now) =>
    now === undefined ? [] : (retryAfterOf(answered, now) ?? []),
  )
  // An HTTP date knows whole seconds only.
  const rounding = received.headers['retry-after']?.endsWith('GMT') ? 1000 : 0
  return waits.length === 0 ? undefined : Math.max(0, Math.min(...waits) * 1000 - rounding)
}

const judge = (reading: Reading, limited: Limited, next: Exchange): Violation | undefined => {
  const told = toldMs(reading, limited)
  const waited = next.sent.at - limited.received.at
  if (told === undefined ? waited > 0 : waited >= told) return undefined
  return {
    event: next.sentEvent,
    what: `${told === undefined ? 'limited' : `told to wait ${formatDuration(told)}`}, it asked again after ${formatDuration(waited)}`,
    allowed:
      told === undefined
        ? 'a pause before the next try, or `rate-limited`'
        : 'to wait as told, or `rate-limited` at once',
  }
}

export const waitAsTold = defineRule({
  id: 'wait-as-told',
  level: 'must',
  vendors: ['quo', 'envoy', 'feather'],
  needs: ['wire'],
  watched: 'asks',
  says: 'On 429 it is `rate-limited` at once, or waits at least what it was told, else backs off; bounded.',
  basis: [
    { vendor: 'envoy', quote: '429 Too Many Requests Error' },
    { vendor: 'feather', from: 'elsewhere', quote: 'retry_after' },
    { vendor: 'quo', from: 'elsewhere', quote: '10 requests per second per API key' },
  ],
  since: '1.0.0',
  witness: (vendor) =>
    witness(
      vendor,
      [
        trouble({ kind: 'status', status: 429, retryAfterSeconds: 30, told: 'header' }, 1),
        look(),
        trouble({ kind: 'status', status: 429, retryAfterSeconds: 30, told: 'date' }, 1),
        look({ call: 'c2' }),
      ],
      { calls: ['c1', 'c2'].map((ref) => ({ ref, segments: [segment()] })) },
    ),
  judge: (history) => {
    const reading = readHistory(history)
    const limits = reading.asks
      .filter(({ alone }) => alone)
      .flatMap((ask) => {
        const questions = questionsOf(reading, ask)
        return questions.filter(isLimited).map((exchange) => ({
          exchange,
          count: limitsInARow(questions, exchange),
          next: questions.find(({ sentEvent }) => sentEvent > exchange.receivedEvent),
        }))
      })
    return judging(limits, ({ exchange, count, next }) => {
      if (!next) return undefined
      return count >= mostTries
        ? { event: next.sentEvent, what: `it tried for the ${count + 1}th time`, allowed: '`rate-limited`' }
        : judge(reading, exchange, next)
    })
  },
})

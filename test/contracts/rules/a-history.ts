import type { Case } from '../../../contracts/case.ts'
import type { Judgement, Rule } from '../../../contracts/define.ts'
import type { Event, EventOf, History, Truth } from '../../../contracts/history.ts'
import { rules } from '../../../contracts/rules/index.ts'
import { vendors } from '../../../mocks/vendors/index.ts'
import { toAmzDate } from '../../../mocks/world/instant.ts'

/** Where hand-made histories begin; every `at` below counts from here. */
export const start = 1_769_850_000_000

type Moments = readonly Event[]

/** A vendor's id that is well formed; every history here is about it unless it says otherwise. */
export const idAt = (vendor: string): string =>
  vendors.find(({ id }) => id === vendor)?.ids.of('0123456789abcdef0123456789abcdef') ?? ''

/** The path at which a vendor answers for an id. */
export const pathAt = (vendor: string, id = idAt(vendor), asks = 'recording'): string =>
  vendors
    .find((one) => one.id === vendor)
    ?.operations.find((operation) => operation.asks === asks)
    ?.path.replace(/\{.*\}/, id) ?? ''

/** A signed URL, as histories mask it. */
export const urlOf = (n: number, at = 0, lifetimeSeconds = 900): string =>
  `{storage}/b/${n}.mp3?X-Amz-Date=${toAmzDate(start + at)}&X-Amz-Expires=${lifetimeSeconds}&X-Amz-Signature={signature:${n}}`

const headersAt = (vendor: string, account: string): Record<string, string> => {
  const credential = vendors.find(({ id }) => id === vendor)?.credential
  if (!credential) return {}
  const { header, scheme } = credential
  return { [header]: `${scheme ? `${scheme} ` : ''}{key:${account}}` }
}

interface Asked {
  readonly ask?: string
  readonly at?: number
  readonly account?: string
  readonly id?: string
  readonly from?: number
  readonly segment?: number
}

interface Exchanged extends Asked {
  readonly path?: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly status?: number
  readonly answer?: unknown
  readonly answerHeaders?: Readonly<Record<string, string>>
  readonly took?: number
  readonly how?: EventOf<'settled'>['how'] | 'lost'
  readonly object?: boolean
}

let requests = 0

/** Writes histories for one vendor by hand: asks, exchanges and answers in the order they are listed. */
export const historyAt = (vendor: string) => {
  const exchange = (role: 'api' | 'storage', given: Exchanged): Moments => {
    const { ask = 'a1', at = 0, took = 0, how = 'complete', status = 200, account = 'default' } = given
    const request = `r${++requests}`
    const text = typeof given.answer === 'string' ? given.answer : JSON.stringify(given.answer)
    const common = { at: start + at + took, request }
    return [
      {
        kind: 'sent',
        at: start + at,
        request,
        during: [ask],
        role,
        method: given.method ?? 'GET',
        path: given.path ?? pathAt(vendor, given.id),
        headers: given.headers ?? (role === 'api' ? headersAt(vendor, account) : {}),
      },
      ...(how === 'lost'
        ? []
        : [
            {
              ...common,
              kind: 'received' as const,
              status,
              headers: given.answerHeaders ?? {},
              ...(given.object
                ? { object: { call: 'c1', segment: 0, from: 0, to: 10, of: 10 } }
                : { body: text ?? '' }),
            },
          ]),
      { ...common, kind: 'settled', how: how === 'lost' ? 'reset' : how },
    ]
  }
  return {
    asked: (op: 'look' | 'download' | 'replies', given: Asked = {}): Moments => [
      {
        kind: 'asked',
        at: start + (given.at ?? 0),
        ask: given.ask ?? 'a1',
        op,
        call: 'c1',
        id: given.id ?? idAt(vendor),
        account: given.account ?? 'default',
        ...(given.from === undefined ? {} : { from: given.from }),
        ...(given.segment === undefined ? {} : { segment: given.segment }),
      },
    ],
    api: (answer: unknown, given: Exchanged = {}): Moments => exchange('api', { ...given, answer }),
    storage: (url: string, given: Exchanged = {}): Moments =>
      exchange('storage', {
        object: given.answer === undefined,
        answerHeaders: { 'content-type': 'audio/mpeg' },
        ...given,
        path: url.replace('{storage}', ''),
      }),
    answered: (outcome: EventOf<'answered'>['outcome'], given: Asked = {}): Moments => [
      {
        kind: 'answered',
        at: start + (given.at ?? 0),
        ask: given.ask ?? 'a1',
        ...(outcome ? { outcome } : {}),
      },
    ],
    threw: (message: string, given: Asked = {}): Moments => [
      {
        kind: 'answered',
        at: start + (given.at ?? 0),
        ask: given.ask ?? 'a1',
        error: { name: 'TypeError', message },
      },
    ],
  }
}

/** One segment that plays, as an outcome. */
export const playing = (url: string, rest: Record<string, unknown> = {}) => ({
  kind: 'playable' as const,
  segments: [{ state: 'ready' as const, url, ...rest }],
})

/** What OSVI answers of a recording that plays. */
export const osviPlays = (url: string, seconds = 900) => ({
  success: true,
  data: { call_id: idAt('osvi'), recording_url: url, expires_in_seconds: seconds },
})

/** What Quo answers of one segment. */
export const quoItem = (id: string, status: string | null, url: string | null) => ({
  id,
  status,
  url,
  duration: 30,
  startTime: null,
  type: 'audio/mpeg',
})

/** The rule of an id. */
export const ruleOf = (id: string): Rule => {
  const rule = rules.find((one) => one.id === id)
  if (!rule) throw new Error(`no rule ${id}`)
  return rule
}

/** What a rule says of some events. */
export const judgementOf = (
  id: string,
  vendor: string,
  events: readonly Moments[],
  truths: readonly Truth[] = [],
): Judgement => {
  const history: History = {
    vendor,
    client: 'by hand',
    capabilities: { logs: true, cancel: true, concurrency: true, resume: true },
    ops: ['look', 'download', 'replies'],
    start,
    events: events.flat(),
    truths,
  }
  return ruleOf(id).judge(history)
}

/** How often a rule judged some events, and how often it found something wrong. */
export const judged = (...given: Parameters<typeof judgementOf>) => {
  const { judged: count, violations } = judgementOf(...given)
  return { judged: count, wrong: violations.length }
}

/** A witness as its vendor's case. */
export const witnessOf = (rule: Rule, vendor: string): Case => rule.witness(vendor)

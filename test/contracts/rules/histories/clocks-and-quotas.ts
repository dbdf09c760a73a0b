import type { Event } from '../../../../contracts/history.ts'
import { toHttpDate, toIso } from '../../../../mocks/world/instant.ts'
import { idAt, playing, quoItem, start } from '../a-history.ts'
import { envoy, type Moments, osvi, plays, quo, quoTells, type Row, told, url } from './vocabulary.ts'

export const skewed = (ms: number): readonly Event[] => [{ kind: 'skewed', at: start, ms }]

/** The client's clock, wrong by so much in either direction. */
const offMs = 300_000

const dated = { answerHeaders: { date: toHttpDate(start) } }

/** Envoy's answer of a URL that ends so long after the start. */
export const envoyTells = (endsAfterMs: number) => ({
  recording_status: 'AVAILABLE',
  url,
  expires_at: toIso(start + endsAfterMs),
})

/** A burst of so many looks, each for a recording of its own, and when each of them goes out. */
export const burst = (sentAt: readonly number[]): Moments =>
  sentAt.flatMap((at, index) => {
    const ask = `a${index + 1}`
    const id = `${idAt('quo').slice(0, -2)}${10 + index}`
    return [
      quo.asked('look', { ask, id }),
      quo.api(quoTells(quoItem('s1', 'completed', url)), { ask, id, at }),
      quo.answered(playing(url), { ask, at }),
    ]
  })

export const atOnce: readonly number[] = Array.from({ length: 10 }, () => 0)

/** The rules that are about the client's clock and the vendor's quota. */
export const clocksAndQuotas: readonly Row[] = [
  {
    rule: 'a-skewed-clock-still-plays',
    vendor: 'envoy',
    // By the client's clock the end lies five minutes ahead of where storage sees it.
    wrong: [
      skewed(-offMs),
      envoy.asked('look'),
      envoy.api(envoyTells(900_000), dated),
      envoy.answered(playing(url)),
      envoy.asked('look', { ask: 'a2', at: 903_000 }),
      envoy.answered(playing(url), { ask: 'a2', at: 903_000 }),
    ],
    // A Date has whole seconds: so near the end nobody can tell.
    right: [
      skewed(-offMs),
      envoy.asked('look'),
      envoy.api(envoyTells(900_000), dated),
      envoy.answered(playing(url)),
      envoy.asked('look', { ask: 'a2', at: 901_000 }),
      envoy.answered(playing(url), { ask: 'a2', at: 901_000 }),
    ],
  },
  {
    rule: 'a-skewed-clock-still-plays',
    vendor: 'envoy',
    wrong: [
      skewed(offMs),
      envoy.asked('look'),
      envoy.api(envoyTells(60_000), dated),
      envoy.answered({ kind: 'expired' }),
    ],
    right: [
      skewed(offMs),
      envoy.asked('look'),
      envoy.api(envoyTells(60_000), dated),
      envoy.answered(playing(url, { expiresAt: start + 60_000 + offMs })),
    ],
  },
  {
    rule: 'a-skewed-clock-still-plays',
    vendor: 'osvi',
    wrong: [skewed(offMs), osvi.asked('download'), osvi.api(told, dated), osvi.answered({ kind: 'expired' })],
    // Set meanwhile, a clock cannot tell how old the second answer's URL is; of the first it can.
    right: [
      skewed(offMs),
      osvi.asked('look'),
      osvi.api(told, dated),
      osvi.answered(plays),
      skewed(-offMs),
      osvi.asked('look', { ask: 'a2', at: 1_000_000 }),
      osvi.answered(plays, { ask: 'a2', at: 1_000_000 }),
    ],
  },
  {
    rule: 'stay-within-the-quota',
    vendor: 'quo',
    wrong: burst([...atOnce, 999]),
    right: burst([...atOnce, 1000]),
  },
  {
    rule: 'never-hand-out-a-dead-url',
    vendor: 'envoy',
    wrong: [
      skewed(offMs),
      envoy.asked('look'),
      envoy.api(envoyTells(900_000), dated),
      envoy.answered(playing(url)),
      envoy.asked('look', { ask: 'a2', at: 901_000 }),
      envoy.answered(playing(url), { ask: 'a2', at: 901_000 }),
    ],
    // Its own clock says that the end has passed; put right by the Date, it has not.
    right: [
      skewed(offMs),
      envoy.asked('look'),
      envoy.api(envoyTells(900_000), dated),
      envoy.answered(playing(url)),
      envoy.asked('look', { ask: 'a2', at: 700_000 }),
      envoy.answered(playing(url), { ask: 'a2', at: 700_000 }),
    ],
  },
  {
    rule: 'read-the-lifetime',
    vendor: 'envoy',
    wrong: [
      skewed(offMs),
      envoy.asked('look'),
      envoy.api(envoyTells(900_000), dated),
      envoy.answered(playing(url, { expiresAt: start + 900_000 + offMs + 1001 })),
    ],
    right: [
      skewed(offMs),
      envoy.asked('look'),
      envoy.api(envoyTells(900_000), dated),
      envoy.answered(playing(url, { expiresAt: start + 900_000 + offMs })),
    ],
  },
]

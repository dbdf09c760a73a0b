import { quoItem, urlOf } from '../a-history.ts'
import { dead, quo, quoTells, type Row, url } from './vocabulary.ts'

/** One part that may be played, and one that is to come. */
const partly = quoTells(quoItem('s1', null, url), quoItem('s2', 'processing', null))

/** What right clients were once blamed for, each beside what is wrong indeed. */
export const whoIsRight: readonly Row[] = [
  {
    // Who polls meets trouble now and then: tries are counted from the last answer on.
    rule: 'retry-only-what-may-pass',
    vendor: 'quo',
    wrong: [
      quo.asked('look'),
      ...Array.from({ length: 11 }, (_, nth) => quo.api({}, { status: 503, at: nth * 60_000 })),
    ],
    right: [
      quo.asked('look'),
      ...Array.from({ length: 11 }, (_, nth) => [
        quo.api({}, { status: 503, at: nth * 120_000 }),
        quo.api(quoTells(quoItem('s1', 'processing', null)), { at: nth * 120_000 + 60_000 }),
      ]).flat(),
    ],
  },
  {
    // One part plays, and storage refuses it: whoever asks for a new URL at once is not polling for the other.
    rule: 'poll-with-bounds',
    vendor: 'quo',
    wrong: [quo.asked('download'), quo.api(partly), quo.api(partly)],
    right: [
      quo.asked('download'),
      quo.api(partly),
      quo.storage(url, { status: 400, answer: dead }),
      quo.api(partly),
    ],
  },
  {
    // A segment without a word for its state may be left alone by whoever is asked for it.
    rule: 'say-what-was-told',
    vendor: 'quo',
    wrong: [
      quo.asked('download', { segment: 1 }),
      quo.api(quoTells(quoItem('s1', 'completed', url), quoItem('s2', 'completed', urlOf(2)))),
      quo.answered({ kind: 'unknown' }),
    ],
    right: [
      quo.asked('download', { segment: 1 }),
      quo.api(quoTells(quoItem('s1', 'completed', url), quoItem('s2', null, urlOf(2)))),
      quo.answered({ kind: 'unknown' }),
    ],
  },
]

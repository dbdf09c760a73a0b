import fc from 'fast-check'
import type { Vendor } from '../../mocks/vendors/define.ts'
import { type Asked, answers } from '../support/answers.ts'
import { effects } from '../support/effects.ts'
import type { Referee } from './prism.ts'
import { type Verdict, verdictOn } from './verdict.ts'

/** What a campaign found: how many of each, and the first surprise in full. */
export interface Judged {
  readonly counts: Readonly<Record<Verdict, number>>
  readonly surprise: string | undefined
}

/** Mostly trouble of one kind, and often none. */
const trouble = fc
  .option(effects(), { freq: 2, nil: undefined })
  .map((effect) => (effect ? [{ effect, on: {}, skip: 0 }] : []))

const told = ({ world, request, response, sighting }: Asked): string =>
  JSON.stringify({ world, request, status: response.status, body: response.body, breaks: sighting.breaks })

/** So many are drawn at a time. */
const chunk = 1000

/** Lets Prism judge so many generated answers of a vendor. */
export const campaign = (vendor: Vendor, referee: Referee, wanted: number, seed: number): Judged => {
  const counts = { conforming: 0, declared: 0, surprise: 0 }
  let surprise: string | undefined
  for (let done = 0; done < wanted; done += chunk)
    for (const asked of fc.sample(answers(vendor, trouble), {
      numRuns: Math.min(chunk, wanted - done),
      seed: seed + done,
    })) {
      const verdict = verdictOn(referee, asked.operation.id, asked)
      counts[verdict]++
      if (verdict === 'surprise') surprise ??= told(asked)
    }
  return { counts, surprise }
}

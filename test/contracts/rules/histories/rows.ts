import { askingAndLinks } from './asking-and-links.ts'
import { clocksAndQuotas } from './clocks-and-quotas.ts'
import { endsAndWords } from './ends-and-words.ts'
import { partsAndRefusals } from './parts-and-refusals.ts'
import { statusesAndRetries } from './statuses-and-retries.ts'
import type { Moments, Row } from './vocabulary.ts'
import { waitsAndTries } from './waits-and-tries.ts'
import { whoIsRight } from './who-is-right.ts'

/** A request that stays open has no end of its own in the table: the settled event that follows is its end. */
const joined = (moments: Moments): Moments => {
  const events = moments.flat()
  const last = events.findLast((event) => event.kind === 'sent')
  return [
    events.map((event) =>
      event.kind === 'settled' && event.request === 'open' && last
        ? { ...event, request: last.request }
        : event,
    ),
  ]
}

/** Every history written by hand, beside the one as close as can be that is right. */
export const rows: readonly Row[] = [
  ...askingAndLinks,
  ...statusesAndRetries,
  ...endsAndWords,
  ...clocksAndQuotas,
  ...whoIsRight,
  ...partsAndRefusals,
  ...waitsAndTries,
].map((row) => ({ ...row, wrong: joined(row.wrong), right: joined(row.right) }))

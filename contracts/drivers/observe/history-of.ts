import type { Event, History } from '../../history.ts'
import { asked } from './asked.ts'
import { onOneClock } from './elapsed.ts'
import type { RunLine } from './run.ts'

/** The one thing on whose behalf everything is sent, where nobody knows what the app was asked. */
const wholeRun = ['run']

const eventOf = ({ event }: RunLine): Event =>
  event.kind === 'sent' ? { ...event, during: wholeRun } : event

/**
 * The history of some traffic with one vendor. It has no asks and no answers: of an app that was only watched, nobody
 * knows them.
 * @param eachOnce takes it that the app was asked for each recording once, so that all that was sent for one id is sent
 *   for one ask
 */
export const historyOf = (vendor: string, lines: readonly RunLine[], eachOnce = false): History => {
  const events = onOneClock(lines).map(eventOf)
  return {
    vendor,
    client: 'observed',
    capabilities: {},
    ops: ['look', 'download', 'replies'],
    start: events[0]?.at ?? 0,
    events: eachOnce ? asked(vendor, events) : events,
    truths: [],
  }
}

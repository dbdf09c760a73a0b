import type { Instant } from '../../../mocks/world/instant.ts'
import type { History } from '../../history.ts'

/** What the client's own clock showed at each event of a history. */
export const clientClock = ({ events }: History): readonly Instant[] => {
  let ahead = 0
  return events.map((event) => {
    if (event.kind === 'skewed') ahead = event.ms
    return event.at + ahead
  })
}

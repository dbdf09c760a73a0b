import type { Event } from '../history.ts'
import { type Mask, maskValue } from './mask.ts'

/** Takes down what happens in one run, in the order in which it happens. */
export interface Recorder {
  readonly record: (event: Event) => void
  readonly events: readonly Event[]
}

/** Opens a recorder; every text is masked as it is written down. */
export const openRecorder = (mask: Mask): Recorder => {
  const events: Event[] = []
  return { events, record: (event) => events.push(maskValue(mask, event) as Event) }
}

import type { DownloadOutcome } from '../client.ts'
import type { History, Truth } from '../history.ts'
import { type Answered, answeredOf } from './reading/answered.ts'
import { readHistory } from './reading/reading.ts'

/** A finished download beside the true bytes of each segment it may have been of; there are none where none of those was sent. */
export interface Finished {
  readonly ask: Answered
  readonly outcome: Extract<DownloadOutcome, { kind: 'downloaded' }>
  readonly truths: readonly Truth[]
}

/** The finished downloads of a history of which the truth is known. */
export const finishedOf = (history: History): readonly Finished[] => {
  const reading = readHistory(history)
  return answeredOf(reading, 'download').flatMap((ask) => {
    const { outcome } = ask.answer
    if (outcome?.kind !== 'downloaded') return []
    // A vendor that shows one recording of a call has no second segment, whichever of the call's it shows.
    const index = reading.vendor.shows === 'segments' ? ask.segment : undefined
    const known = history.truths.filter(({ call, from }) => call === ask.call && from === outcome.from)
    const truths = known.filter(({ segment }) => index === undefined || segment === index)
    // Where bytes were sent, and none of the segment that was asked for, it cannot have come.
    return known.length > 0 ? { ask, outcome, truths } : []
  })
}

/** Whether the bytes are the recording's, every one of them. */
export const isExact = ({ outcome, truths }: Finished): boolean =>
  truths.some(({ length, sha256 }) => length === outcome.length && sha256 === outcome.sha256)

/** What it ought to have brought, in words. */
export const owedOf = ({ truths: [first] }: Finished): string =>
  first ? `the ${first.length} bytes` : 'the bytes of the segment it was asked for'

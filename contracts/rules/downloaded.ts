import type { DownloadOutcome } from '../client.ts'
import type { History, Truth } from '../history.ts'
import { type Answered, answeredOf } from './reading/answered.ts'
import { readHistory } from './reading/reading.ts'

/** A finished download beside the true bytes of each segment it may have been of. */
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
    const truths = history.truths.filter(
      ({ call, segment, from }) =>
        call === ask.call && from === outcome.from && (index === undefined || segment === index),
    )
    return truths.length > 0 ? { ask, outcome, truths } : []
  })
}

/** Whether the bytes are the recording's, every one of them. */
export const isExact = ({ outcome, truths }: Finished): boolean =>
  truths.some(({ length, sha256 }) => length === outcome.length && sha256 === outcome.sha256)

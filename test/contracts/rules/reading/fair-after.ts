import type { Event, History } from '../../../../contracts/history.ts'
import { answeredOf } from '../../../../contracts/rules/reading/answered.ts'
import { fairKindsOf } from '../../../../contracts/rules/reading/fair-kinds.ts'
import { readHistory } from '../../../../contracts/rules/reading/reading.ts'
import { historyAt, start } from '../a-history.ts'

type Moments = readonly (readonly Event[])[]

/** A history of one vendor, of some moments in order. */
export const historyOf = (vendor: string, ...moments: Moments): History => ({
  vendor,
  client: 'by hand',
  capabilities: {},
  ops: ['look', 'download', 'replies'],
  start,
  events: moments.flat(),
  truths: [],
})

/** What may fairly be said by an ask, the first unless another is named, where the history ends with its answer. */
export const fairAfter = (vendor: string, moments: Moments, ask = 'a1', at = 0): readonly string[] => {
  const reading = readHistory(
    historyOf(vendor, ...moments, historyAt(vendor).answered({ kind: 'unknown' }, { ask, at })),
  )
  const one = answeredOf(reading).find((answered) => answered.ask === ask)
  if (!one) throw new RangeError(`There is no answered ask ${ask}.`)
  return [...fairKindsOf(reading, one)].toSorted()
}

import type { Violation } from '../define.ts'
import { type Answered, atAnswer, kindOf, saidOf } from './reading/answered.ts'
import { fairKindsOf } from './reading/fair-kinds.ts'
import type { Reading } from './reading/reading.ts'

/** What is wrong with an outcome that does not follow from what was told. @param told begins the sentence */
export const unfair = (reading: Reading, ask: Answered, told: string): Violation | undefined => {
  const fair = fairKindsOf(reading, ask)
  return fair.has(kindOf(ask))
    ? undefined
    : atAnswer(ask, `${told}, ${saidOf(ask)}`, `one of: ${[...fair].join(', ')}`)
}

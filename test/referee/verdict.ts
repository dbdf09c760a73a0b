import type { Answer } from '../../mocks/simulator.ts'
import type { Referee } from './prism.ts'

/** What comes of judging an answer: it keeps to the document, it breaks it and says so, or the two do not agree. */
export type Verdict = 'conforming' | 'declared' | 'surprise'

/** Lets Prism judge an answer, and holds it against what the answer declares. How it travels is no matter of a document. */
export const verdictOn = (
  { judgeResponse }: Referee,
  operation: string,
  { response, sighting }: Pick<Answer, 'response' | 'sighting'>,
): Verdict => {
  const declares = sighting.breaks.some((part) => part !== 'transport')
  if (judgeResponse(operation, response).length > 0 !== declares) return 'surprise'
  return declares ? 'declared' : 'conforming'
}

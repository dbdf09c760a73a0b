import { access } from './access.ts'
import { answeredObjects } from './answered-objects.ts'
import { answeredValues } from './answered-values.ts'
import { envelopes } from './envelopes.ts'
import { operations } from './operations.ts'
import type { Pair } from './pair.ts'
import { rarerAnswers } from './rarer-answers.ts'
import { rarerRequests } from './rarer-requests.ts'
import { replies } from './replies.ts'
import { requested } from './requested.ts'
import { requests } from './requests.ts'
import { texts } from './texts.ts'

/** All pairs of documents that the comparison is held to, by topic. */
export const pairs: Readonly<Record<string, readonly Pair[]>> = {
  operations,
  access,
  requests,
  replies,
  'values answered': answeredValues,
  'objects answered': answeredObjects,
  envelopes,
  'values sent': requested,
  texts,
  'rarer answers': rarerAnswers,
  'rarer requests': rarerRequests,
}

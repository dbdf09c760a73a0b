import { commonRules } from './both.ts'
import { operationRules } from './operations.ts'
import { pageRules } from './pages.ts'
import { requestRules } from './requests.ts'
import { responseRules } from './responses.ts'
import type { DriftRule } from './rule.ts'
import { trafficRules } from './traffic.ts'

const known = {
  ...operationRules,
  ...requestRules,
  ...responseRules,
  ...commonRules,
  ...pageRules,
  ...trafficRules,
}

/** The name of one way in which a document can move. */
export type RuleId = keyof typeof known

/** Every way in which a document can move. */
export const driftRules: Readonly<Record<RuleId, DriftRule>> = known

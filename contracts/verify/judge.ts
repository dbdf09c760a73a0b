import { PlayheadError } from '../../mocks/world/error.ts'
import type { Judgement, Rule } from '../define.ts'
import type { History } from '../history.ts'

/**
 * Has one rule judge one history.
 * @throws PlayheadError `broken-rule`: a rule that throws is the suite's own fault, never the client's
 */
export const judge = (rule: Rule, history: History): Judgement => {
  try {
    return rule.judge(history)
  } catch (cause) {
    throw new PlayheadError({
      code: 'broken-rule',
      act: `Cannot judge the rule ${rule.id}: it failed with ${String(cause)}`,
      cure: 'This is a fault of the rule and not of the client: leave it out with --rules, and report it.',
      cause,
    })
  }
}

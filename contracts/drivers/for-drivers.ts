import type { Rule } from '../define.ts'
import { isMoved } from './command.ts'
import type { ClockMode } from './protocol.ts'

/** Rules that can only be judged surely where the suite moves the client's clock. */
export const timeRules: readonly string[] = [
  'never-hand-out-a-dead-url',
  'read-the-lifetime',
  'refresh-when-the-url-has-died',
  'believe-storage-over-the-clock',
  'poll-with-bounds',
  'wait-as-told',
  'retry-only-what-may-pass',
  'end-in-bounded-time',
  'let-an-open-stream-finish',
  'a-skewed-clock-still-plays',
  'stay-within-the-quota',
  'stop-when-cancelled',
]

/**
 * The rules as a driver is held to them: with a clock that the suite cannot move, those on time are advisory; and since
 * all that a process prints is seen, it may leak nothing even where it declares no log.
 */
export const rulesForDriver = (rules: readonly Rule[], clock: ClockMode): readonly Rule[] =>
  rules.map((rule) => {
    const isAdvisory = !isMoved(clock) && timeRules.includes(rule.id)
    const isAlwaysSeen = rule.id === 'never-leak-a-secret'
    return {
      ...rule,
      ...(isAdvisory ? { should: rule.vendors } : {}),
      ...(isAlwaysSeen ? { needs: rule.needs.filter((need) => need !== 'logs') } : {}),
    }
  })

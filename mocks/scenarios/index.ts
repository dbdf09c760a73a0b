import { PlayheadError, shown } from '../world/error.ts'
import { nearest } from '../world/nearest.ts'
import { bursts } from './bursts.ts'
import { everything } from './default.ts'
import type { Scenario } from './define.ts'
import { deleted } from './deleted.ts'
import { emptyReplies } from './empty-replies.ts'
import { expired } from './expired.ts'
import { expiringKey } from './expiring-key.ts'
import { flaky } from './flaky.ts'
import { googleStorage } from './google-storage.ts'
import { liveErrors } from './live-errors.ts'
import { missing } from './missing.ts'
import { noAudio } from './no-audio.ts'
import { plainStorage } from './plain-storage.ts'
import { processing } from './processing.ts'
import { rateLimited } from './rate-limited.ts'
import { redacted } from './redacted.ts'
import { retention } from './retention.ts'
import { segments } from './segments.ts'
import { successFalse } from './success-false.ts'
import { unauthorized } from './unauthorized.ts'
import { valid } from './valid.ts'

export type { Scenario } from './define.ts'

/** The registry of named worlds, in the order tables show them. */
export const scenarios: readonly Scenario[] = [
  everything,
  valid,
  expired,
  missing,
  processing,
  deleted,
  unauthorized,
  rateLimited,
  flaky,
  segments,
  emptyReplies,
  redacted,
  noAudio,
  retention,
  googleStorage,
  plainStorage,
  liveErrors,
  successFalse,
  bursts,
  expiringKey,
]

/** The scenario of a name. @throws PlayheadError `unknown-scenario`, with the nearest name there is */
export const scenarioNamed = (name: string): Scenario => {
  const found = scenarios.find((scenario) => scenario.name === name)
  if (found) return found
  const names = scenarios.map((scenario) => scenario.name)
  throw new PlayheadError({
    code: 'unknown-scenario',
    act: `Cannot find the scenario ${shown(name)}`,
    cure: `Did you mean ${nearest(name, names)}? There are ${names.join(', ')}.`,
  })
}

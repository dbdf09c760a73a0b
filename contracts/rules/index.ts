import type { Rule } from '../define.ts'
import { aNullUrlIsNotPlayable } from './a-null-url-is-not-playable.ts'
import { aRejectedKeyStaysRejected } from './a-rejected-key-stays-rejected.ts'
import { aSkewedClockStillPlays } from './a-skewed-clock-still-plays.ts'
import { anEmptyListIsAnAbsence } from './an-empty-list-is-an-absence.ts'
import { anUnknownCodeIsNotFound } from './an-unknown-code-is-not-found.ts'
import { api403IsNotAnExpiredUrl } from './api-403-is-not-an-expired-url.ts'
import { askWithTheVendorsOwnKey } from './ask-with-the-vendors-own-key.ts'
import { believeStorageOverTheClock } from './believe-storage-over-the-clock.ts'
import { dropTheKeyOnRedirect } from './drop-the-key-on-redirect.ts'
import { endInBoundedTime } from './end-in-bounded-time.ts'
import { escapeTheId } from './escape-the-id.ts'
import { finalIsFinal } from './final-is-final.ts'
import { getNeverHead } from './get-never-head.ts'
import { giveEveryByte } from './give-every-byte.ts'
import { honourSuccessFalse } from './honour-success-false.ts'
import { keepAccountsApart } from './keep-accounts-apart.ts'
import { keepEverySegmentInOrder } from './keep-every-segment-in-order.ts'
import { letAnOpenStreamFinish } from './let-an-open-stream-finish.ts'
import { logCodeAndTime } from './log-code-and-time.ts'
import { neverHandOutADeadUrl } from './never-hand-out-a-dead-url.ts'
import { neverLeakASecret } from './never-leak-a-secret.ts'
import { neverSendTheKeyToStorage } from './never-send-the-key-to-storage.ts'
import { noRepliesIsNormal } from './no-replies-is-normal.ts'
import { oneUnitOfDuration } from './one-unit-of-duration.ts'
import { onlyAReadyStatusPlays } from './only-a-ready-status-plays.ts'
import { playOnlyMedia } from './play-only-media.ts'
import { pollWithBounds } from './poll-with-bounds.ts'
import { readTheLifetime } from './read-the-lifetime.ts'
import { refreshOnceForAll } from './refresh-once-for-all.ts'
import { refreshWhenTheUrlHasDied } from './refresh-when-the-url-has-died.ts'
import { repliesOutliveTheRecording } from './replies-outlive-the-recording.ts'
import { reportEachSegmentsOwnState } from './report-each-segments-own-state.ts'
import { resumeWhereItStopped } from './resume-where-it-stopped.ts'
import { retryOnlyWhatMayPass } from './retry-only-what-may-pass.ts'
import { sayWhatWasTold } from './say-what-was-told.ts'
import { stayWithinTheQuota } from './stay-within-the-quota.ts'
import { stopWhenCancelled } from './stop-when-cancelled.ts'
import { surfaceValidationDetails } from './surface-validation-details.ts'
import { surviveAnUnknownStatus } from './survive-an-unknown-status.ts'
import { surviveAnyErrorBody } from './survive-any-error-body.ts'
import { tellAbsentFromNotFound } from './tell-absent-from-not-found.ts'
import { tellMissingFromBroken } from './tell-missing-from-broken.ts'
import { tolerateAdditions } from './tolerate-additions.ts'
import { tolerateNullMetadata } from './tolerate-null-metadata.ts'
import { useTheUrlByteForByte } from './use-the-url-byte-for-byte.ts'
import { waitAsTold } from './wait-as-told.ts'

/** The catalogue: every rule, in the order reports show them; what an outcome says comes last, where a finer rule says it better. */
export const rules: readonly Rule[] = [
  askWithTheVendorsOwnKey,
  neverSendTheKeyToStorage,
  dropTheKeyOnRedirect,
  escapeTheId,
  useTheUrlByteForByte,
  getNeverHead,
  neverHandOutADeadUrl,
  readTheLifetime,
  refreshWhenTheUrlHasDied,
  believeStorageOverTheClock,
  aNullUrlIsNotPlayable,
  onlyAReadyStatusPlays,
  surviveAnUnknownStatus,
  anEmptyListIsAnAbsence,
  keepEverySegmentInOrder,
  reportEachSegmentsOwnState,
  pollWithBounds,
  finalIsFinal,
  tellAbsentFromNotFound,
  tellMissingFromBroken,
  honourSuccessFalse,
  anUnknownCodeIsNotFound,
  repliesOutliveTheRecording,
  noRepliesIsNormal,
  logCodeAndTime,
  aRejectedKeyStaysRejected,
  api403IsNotAnExpiredUrl,
  waitAsTold,
  retryOnlyWhatMayPass,
  endInBoundedTime,
  surfaceValidationDetails,
  surviveAnyErrorBody,
  tolerateAdditions,
  tolerateNullMetadata,
  oneUnitOfDuration,
  giveEveryByte,
  resumeWhereItStopped,
  letAnOpenStreamFinish,
  refreshOnceForAll,
  neverLeakASecret,
  playOnlyMedia,
  aSkewedClockStillPlays,
  keepAccountsApart,
  stopWhenCancelled,
  stayWithinTheQuota,
  sayWhatWasTold,
]

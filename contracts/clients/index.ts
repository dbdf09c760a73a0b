import type { ClientModule } from '../client.ts'
import { allSegmentsReady } from './broken/all-segments-ready.ts'
import { asksAgainWhenFinal } from './broken/asks-again-when-final.ts'
import { asksForEach } from './broken/asks-for-each.ts'
import { asksWithHead } from './broken/asks-with-head.ts'
import { bearerForQuo } from './broken/bearer-for-quo.ts'
import { cacheBuster } from './broken/cache-buster.ts'
import { constantLifetime } from './broken/constant-lifetime.ts'
import { cutsAtExpiry } from './broken/cuts-at-expiry.ts'
import { deadIsDown } from './broken/dead-is-down.ts'
import { deafToCancel } from './broken/deaf-to-cancel.ts'
import { deletedMayCome } from './broken/deleted-may-come.ts'
import { detailsDropped } from './broken/details-dropped.ts'
import { dotsEscaped } from './broken/dots-escaped.ts'
import { emptyIsNotFound } from './broken/empty-is-not-found.ts'
import { firstSegmentOnly } from './broken/first-segment-only.ts'
import { givesUpWhenRefused } from './broken/gives-up-when-refused.ts'
import { halfABody } from './broken/half-a-body.ts'
import { hoarder } from './broken/hoarder.ts'
import { ignoresRetryAfter } from './broken/ignores-retry-after.ts'
import { keepsRefusedUrl } from './broken/keeps-refused-url.ts'
import { keyInEveryHeader } from './broken/key-in-every-header.ts'
import { keyOnRedirect } from './broken/key-on-redirect.ts'
import { keyToStorage } from './broken/key-to-storage.ts'
import { knownWordsOnly } from './broken/known-words-only.ts'
import { logsNothing } from './broken/logs-nothing.ts'
import { logsUrls } from './broken/logs-urls.ts'
import { millisecondsAsSeconds } from './broken/milliseconds-as-seconds.ts'
import { missingIsAbsent } from './broken/missing-is-absent.ts'
import { needsMetadata } from './broken/needs-metadata.ts'
import { newestFirst } from './broken/newest-first.ts'
import { noRepliesNoCode } from './broken/no-replies-no-code.ts'
import { notFoundForOutage } from './broken/not-found-for-outage.ts'
import { oneShelfForAll } from './broken/one-shelf-for-all.ts'
import { parsesAnything } from './broken/parses-anything.ts'
import { playsAtTheEnd } from './broken/plays-at-the-end.ts'
import { playsPages } from './broken/plays-pages.ts'
import { pollsWithoutPause } from './broken/polls-without-pause.ts'
import { refreshesOn403 } from './broken/refreshes-on-403.ts'
import { repliesNeedRecording } from './broken/replies-need-recording.ts'
import { resumesOneLate } from './broken/resumes-one-late.ts'
import { retries401 } from './broken/retries-401.ts'
import { retries404 } from './broken/retries-404.ts'
import { retriesAtOnce } from './broken/retries-at-once.ts'
import { retriesForEver } from './broken/retries-for-ever.ts'
import { sortedQuery } from './broken/sorted-query.ts'
import { statusOverUrl } from './broken/status-over-url.ts'
import { strictReader } from './broken/strict-reader.ts'
import { successByStatus } from './broken/success-by-status.ts'
import { unescapedId } from './broken/unescaped-id.ts'
import { unknownCodeIsDown } from './broken/unknown-code-is-down.ts'
import { waitsForEver } from './broken/waits-for-ever.ts'
import { wantsTenMinutes } from './broken/wants-ten-minutes.ts'
import type { BrokenClient } from './broken-client.ts'
import { reference } from './reference.ts'

/** The clients that are wrong on purpose, each with the rule that catches it. */
export const brokenClients: readonly BrokenClient[] = [
  hoarder,
  playsAtTheEnd,
  constantLifetime,
  keyToStorage,
  keyOnRedirect,
  bearerForQuo,
  keyInEveryHeader,
  unescapedId,
  dotsEscaped,
  sortedQuery,
  cacheBuster,
  asksWithHead,
  givesUpWhenRefused,
  deadIsDown,
  keepsRefusedUrl,
  statusOverUrl,
  deletedMayCome,
  knownWordsOnly,
  emptyIsNotFound,
  missingIsAbsent,
  firstSegmentOnly,
  newestFirst,
  allSegmentsReady,
  asksAgainWhenFinal,
  pollsWithoutPause,
  notFoundForOutage,
  successByStatus,
  unknownCodeIsDown,
  repliesNeedRecording,
  noRepliesNoCode,
  logsNothing,
  logsUrls,
  retries401,
  refreshesOn403,
  retries404,
  retriesAtOnce,
  retriesForEver,
  ignoresRetryAfter,
  waitsForEver,
  detailsDropped,
  parsesAnything,
  strictReader,
  needsMetadata,
  millisecondsAsSeconds,
  halfABody,
  resumesOneLate,
  cutsAtExpiry,
  asksForEach,
  playsPages,
  oneShelfForAll,
  deafToCancel,
  wantsTenMinutes,
]

/** Clients that come with Playhead, by the name that `builtin:` takes: `reference`, `broken/<name>`, `twin/<name>`. */
export const builtinClients: Readonly<Record<string, () => Promise<ClientModule>>> = {
  reference: async () => reference,
  ...Object.fromEntries(
    brokenClients.flatMap(({ name, broken, twin }) => [
      [`broken/${name}`, async () => broken],
      [`twin/${name}`, async () => twin],
    ]),
  ),
}

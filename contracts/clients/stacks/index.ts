import type { ClientModule } from '../../client.ts'
import type { BrokenClient } from '../broken-client.ts'
import { axiosAddsToTheQuery } from './broken/axios-adds-to-the-query.ts'
import { axiosFollowsRedirects } from './broken/axios-follows-redirects.ts'
import { axiosInstanceForAll } from './broken/axios-instance-for-all.ts'
import { axiosNeverGivesUp } from './broken/axios-never-gives-up.ts'
import { fetchAddsToTheQuery } from './broken/fetch-adds-to-the-query.ts'
import { fetchFollowsRedirects } from './broken/fetch-follows-redirects.ts'
import { fetchNeverGivesUp } from './broken/fetch-never-gives-up.ts'
import { fetchWithTheKeyForAll } from './broken/fetch-with-the-key-for-all.ts'
import { gotFollowsRedirects } from './broken/got-follows-redirects.ts'
import { gotHasItsOwnDelay } from './broken/got-has-its-own-delay.ts'
import { gotKnowsNoRatelimit } from './broken/got-knows-no-ratelimit.ts'
import { gotLogsItsErrors } from './broken/got-logs-its-errors.ts'
import { gotNeverGivesUp } from './broken/got-never-gives-up.ts'
import { gotReplacesTheQuery } from './broken/got-replaces-the-query.ts'
import { heyApiBearerByScheme } from './broken/hey-api-bearer-by-scheme.ts'
import { heyApiDataOrNothing } from './broken/hey-api-data-or-nothing.ts'
import { heyApiEmptyIsAList } from './broken/hey-api-empty-is-a-list.ts'
import { heyApiFoldsDots } from './broken/hey-api-folds-dots.ts'
import { heyApiFollowsRedirects } from './broken/hey-api-follows-redirects.ts'
import { heyApiNeverGivesUp } from './broken/hey-api-never-gives-up.ts'
import { kyCapsTheWait } from './broken/ky-caps-the-wait.ts'
import { kyFollowsRedirects } from './broken/ky-follows-redirects.ts'
import { kyHasReadTheError } from './broken/ky-has-read-the-error.ts'
import { kyInstanceForAll } from './broken/ky-instance-for-all.ts'
import { kyKnowsNoRatelimit } from './broken/ky-knows-no-ratelimit.ts'
import { kyTimesTheHeadOnly } from './broken/ky-times-the-head-only.ts'
import { ofetchAddsToTheQuery } from './broken/ofetch-adds-to-the-query.ts'
import { ofetchFollowsRedirects } from './broken/ofetch-follows-redirects.ts'
import { ofetchIgnoresRetryAfter } from './broken/ofetch-ignores-retry-after.ts'
import { ofetchLogsItsErrors } from './broken/ofetch-logs-its-errors.ts'
import { ofetchRetriesAtOnce } from './broken/ofetch-retries-at-once.ts'
import { ofetchTimeoutBesideASignal } from './broken/ofetch-timeout-beside-a-signal.ts'
import { superagentAddsToTheQuery } from './broken/superagent-adds-to-the-query.ts'
import { superagentFollowsRedirects } from './broken/superagent-follows-redirects.ts'
import { superagentInstanceForAll } from './broken/superagent-instance-for-all.ts'
import { superagentNeverGivesUp } from './broken/superagent-never-gives-up.ts'
import { undiciCapsTheWait } from './broken/undici-caps-the-wait.ts'
import { undiciFollowsRedirects } from './broken/undici-follows-redirects.ts'
import { undiciKeysEveryDispatch } from './broken/undici-keys-every-dispatch.ts'
import { undiciNeverGivesUp } from './broken/undici-never-gives-up.ts'
import * as axios from './naive/axios.ts'
import * as fetch from './naive/fetch.ts'
import * as got from './naive/got.ts'
import * as heyApi from './naive/hey-api.ts'
import * as ky from './naive/ky.ts'
import * as ofetch from './naive/ofetch.ts'
import * as superagent from './naive/superagent.ts'
import * as undici from './naive/undici.ts'

/**
 * Broken clients on real HTTP stacks, each beside its twin. They need sockets, so they run over a transport that has some,
 * and packages that Playhead itself does not come with.
 */
export const stackClients: readonly BrokenClient[] = [
  fetchAddsToTheQuery,
  fetchFollowsRedirects,
  fetchNeverGivesUp,
  fetchWithTheKeyForAll,
  undiciCapsTheWait,
  undiciFollowsRedirects,
  undiciKeysEveryDispatch,
  undiciNeverGivesUp,
  axiosAddsToTheQuery,
  axiosFollowsRedirects,
  axiosInstanceForAll,
  axiosNeverGivesUp,
  superagentAddsToTheQuery,
  superagentFollowsRedirects,
  superagentInstanceForAll,
  superagentNeverGivesUp,
  gotFollowsRedirects,
  gotNeverGivesUp,
  gotReplacesTheQuery,
  gotHasItsOwnDelay,
  gotKnowsNoRatelimit,
  gotLogsItsErrors,
  kyFollowsRedirects,
  kyTimesTheHeadOnly,
  kyHasReadTheError,
  kyCapsTheWait,
  kyKnowsNoRatelimit,
  kyInstanceForAll,
  ofetchFollowsRedirects,
  ofetchTimeoutBesideASignal,
  ofetchRetriesAtOnce,
  ofetchIgnoresRetryAfter,
  ofetchAddsToTheQuery,
  ofetchLogsItsErrors,
  heyApiFollowsRedirects,
  heyApiNeverGivesUp,
  heyApiFoldsDots,
  heyApiEmptyIsAList,
  heyApiDataOrNothing,
  heyApiBearerByScheme,
]

/** What a competent developer writes on each stack in an hour, by all its defaults. */
export const naiveClients: readonly ClientModule[] = [
  fetch,
  undici,
  axios,
  got,
  ky,
  ofetch,
  superagent,
  heyApi,
]

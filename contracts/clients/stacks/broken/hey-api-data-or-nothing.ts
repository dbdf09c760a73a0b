import { brokenOn } from '../broken-on.ts'
import { asItWas, fetchByHeyApi, type Handed, plainHeyApi } from '../hey-api.ts'

/** Looks at `data` alone: without it, nothing was found. */
const found = (handed: Handed): Response =>
  handed.data === undefined ? new Response('{}', { status: 404 }) : asItWas(handed)

/** Asks hey-api's client for `data` alone, which is missing after any refusal: an outage is then no recording. */
export const heyApiDataOrNothing = brokenOn('hey-api-data-or-nothing', {
  caughtBy: 'tell-missing-from-broken',
  vendors: ['osvi', 'quo', 'envoy', 'feather'],
  alsoBreaks: [
    'survive-any-error-body',
    'say-what-was-told',
    'surface-validation-details',
    'a-rejected-key-stays-rejected',
    'api-403-is-not-an-expired-url',
  ],
  wrong: (bench) => fetchByHeyApi(bench, plainHeyApi, found),
  right: (bench) => fetchByHeyApi(bench, plainHeyApi),
})

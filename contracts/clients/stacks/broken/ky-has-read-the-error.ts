import { brokenOn } from '../broken-on.ts'
import { catchingKy } from '../ky.ts'

/** Looks for the body of a refusal in `error.response`, where ky has read it already: what the vendor says is lost. */
export const kyHasReadTheError = brokenOn('ky-has-read-the-error', {
  caughtBy: 'surface-validation-details',
  vendors: ['osvi', 'quo', 'envoy', 'feather'],
  alsoBreaks: ['refresh-when-the-url-has-died', 'believe-storage-over-the-clock', 'say-what-was-told'],
  wrong:
    (bench) =>
    async (...asked) => {
      const response = await catchingKy(bench)(...asked)
      return response.ok ? response : new Response(null, response)
    },
  right: (bench) => catchingKy(bench),
})

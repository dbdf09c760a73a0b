import ky from 'ky'
import type { Bench } from '../../../client.ts'
import { brokenOn } from '../broken-on.ts'
import { fetchByKy, plainKy } from '../ky.ts'

/** Takes the body through ky's own shortcut, for which the limit holds too. */
const timedToTheEnd =
  ({ fetch }: Bench): typeof globalThis.fetch =>
  async (url, { headers = {}, signal = null } = {}) => {
    const asked = ky(url, { headers, signal, fetch, ...plainKy, timeout: 30_000 })
    const body = await asked.arrayBuffer()
    const response = await asked
    return new Response(body.byteLength > 0 ? body : null, response)
  }

/** Takes ky's `timeout` for a limit on the whole answer: of a response that is awaited it ends at the headers. */
export const kyTimesTheHeadOnly = brokenOn('ky-times-the-head-only', {
  caughtBy: 'end-in-bounded-time',
  vendors: ['osvi', 'quo', 'envoy', 'feather'],
  policy: {
    answerLimitMs: Number.POSITIVE_INFINITY,
    transferLimitMs: () => Number.POSITIVE_INFINITY,
  },
  wrong: (bench) => fetchByKy(bench, { ...plainKy, timeout: 30_000 }),
  right: timedToTheEnd,
})

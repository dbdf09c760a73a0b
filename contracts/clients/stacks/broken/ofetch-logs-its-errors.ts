import { brokenOn } from '../broken-on.ts'
import { catchingOfetch } from '../ofetch.ts'

/** Logs the message of ofetch's errors, which holds the URL, signature and all. */
export const ofetchLogsItsErrors = brokenOn('ofetch-logs-its-errors', {
  caughtBy: 'never-leak-a-secret',
  vendors: ['osvi', 'quo', 'envoy', 'feather'],
  wrong: (bench) => catchingOfetch(bench, { retry: false }, ({ message }) => bench.log(message)),
  right: (bench) => catchingOfetch(bench, { retry: false }, ({ name }) => bench.log(name)),
})

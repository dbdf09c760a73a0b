import type { Bench } from '../../client.ts'
import { broken } from '../broken-client.ts'

/** Logs each request before it goes out. */
const logging =
  (textOf: (url: URL, init: RequestInit | undefined) => string) =>
  ({ fetch, log }: Bench): Bench['fetch'] =>
  (url, init) => {
    log(textOf(new URL(String(url)), init))
    return fetch(url, init)
  }

/** Logs its requests with their headers, and so its key. */
export const logsRequests = broken('logs-requests', {
  caughtBy: 'never-leak-a-secret',
  vendors: ['quo', 'osvi', 'envoy', 'feather'],
  wrongFetch: logging(({ origin }, init) => `GET ${origin} ${JSON.stringify(init?.headers)}`),
  rightFetch: logging(({ origin }) => `GET ${origin}`),
})

import { toIso } from '../../../mocks/world/instant.ts'
import { broken } from '../broken-client.ts'

/** Logs what it found, with the URL. */
export const logsUrls = broken('logs-urls', {
  caughtBy: 'never-leak-a-secret',
  vendors: ['quo', 'osvi', 'envoy', 'feather'],
  wrong: { logLine: (id, outcome, now) => `${toIso(now)} ${id}: ${JSON.stringify(outcome)}` },
  right: { logLine: (id, { kind }, now) => `${toIso(now)} ${id}: ${kind}` },
})

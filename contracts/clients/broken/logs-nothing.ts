import { broken } from '../broken-client.ts'

/** Keeps its failures to itself. */
export const logsNothing = broken('logs-nothing', {
  caughtBy: 'log-code-and-time',
  vendors: ['voqo'],
  wrong: { logLine: () => undefined },
})

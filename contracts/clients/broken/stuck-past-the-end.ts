import { broken } from '../broken-client.ts'

/** Gives up where storage has nothing from the byte on that it asks for, although the recording is there. */
export const stuckPastTheEnd = broken('stuck-past-the-end', {
  caughtBy: 'resume-where-it-stopped',
  vendors: ['quo', 'osvi', 'envoy', 'feather'],
  wrong: { restartsPastTheEnd: false },
  right: { restartsPastTheEnd: true },
})

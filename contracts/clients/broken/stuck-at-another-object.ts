import { broken } from '../broken-client.ts'

/** Sees that another object stands at the address by now, and gives up, although all of that one is there. */
export const stuckAtAnotherObject = broken('stuck-at-another-object', {
  caughtBy: 'resume-where-it-stopped',
  vendors: ['quo', 'osvi', 'envoy', 'feather'],
  wrong: { restartsWithAnother: false },
  right: { restartsWithAnother: true },
})

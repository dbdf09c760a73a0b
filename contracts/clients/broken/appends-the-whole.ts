import { broken } from '../broken-client.ts'

/** Puts whatever comes behind what is there, also where storage takes no notice of the range and sends the whole. */
export const appendsTheWhole = broken('appends-the-whole', {
  caughtBy: 'resume-where-it-stopped',
  vendors: ['quo', 'osvi', 'envoy', 'feather'],
  alsoBreaks: ['give-every-byte'],
  wrong: { wholeReplaces: false },
  right: { wholeReplaces: true },
})

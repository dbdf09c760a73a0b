import { broken } from '../broken-client.ts'

/** Takes whatever comes with 200 for sound. */
export const playsPages = broken('plays-pages', {
  caughtBy: 'play-only-media',
  vendors: ['quo', 'osvi', 'envoy', 'feather', 'voqo'],
  alsoBreaks: ['give-every-byte', 'resume-where-it-stopped'],
  wrong: { isMedia: () => true },
})

import { broken } from '../broken-client.ts'

/** Goes on one byte behind where it stopped. */
export const resumesOneLate = broken('resumes-one-late', {
  caughtBy: 'resume-where-it-stopped',
  vendors: ['quo', 'osvi', 'envoy', 'feather'],
  alsoBreaks: ['give-every-byte'],
  wrong: { resumeAt: (have) => have + 1 },
  right: { resumeAt: (have) => have },
})

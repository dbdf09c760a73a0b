import { broken } from '../broken-client.ts'

/** Asks for the last byte that it has once more. */
export const resumesOneEarly = broken('resumes-one-early', {
  caughtBy: 'resume-where-it-stopped',
  vendors: ['quo', 'osvi', 'envoy', 'feather'],
  alsoBreaks: ['give-every-byte'],
  wrong: { resumeAt: (have) => Math.max(0, have - 1) },
  right: { resumeAt: (have) => have },
})

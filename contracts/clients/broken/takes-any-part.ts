import { broken } from '../broken-client.ts'

/** Puts a part behind what is there without a look at where it says that it begins. */
export const takesAnyPart = broken('takes-any-part', {
  caughtBy: 'resume-where-it-stopped',
  vendors: ['quo', 'osvi', 'envoy', 'feather'],
  alsoBreaks: ['give-every-byte'],
  wrong: { isInPlace: () => true },
  right: { isInPlace: (begins, asked) => begins === asked },
})

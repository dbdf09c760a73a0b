import { broken } from '../broken-client.ts'

/** Goes on with the bytes of whatever stands at the address by now, without a look at its entity tag. */
export const gluesTwoObjects = broken('glues-two-objects', {
  caughtBy: 'resume-where-it-stopped',
  vendors: ['quo', 'osvi', 'envoy', 'feather'],
  alsoBreaks: ['give-every-byte'],
  wrong: { isSameObject: () => true },
  right: { isSameObject: (had, got) => had === got },
})

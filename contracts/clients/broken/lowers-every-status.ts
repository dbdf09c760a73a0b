import { broken } from '../broken-client.ts'
import { correct } from '../correct.ts'

/** Writes a status in small letters before it knows that it is a text. */
export const lowersEveryStatus = broken('lowers-every-status', {
  caughtBy: 'survive-an-unknown-status',
  vendors: ['quo'],
  alsoBreaks: ['say-what-was-told'],
  wrong: {
    read: (vendor, answered, now) => {
      if (answered.body.includes('"status":null')) throw new TypeError('status is null')
      return correct.read(vendor, answered, now)
    },
  },
})

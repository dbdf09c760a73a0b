import { broken } from '../broken-client.ts'
import { correct } from '../correct.ts'

/** Makes a text of whatever stands where the URL should be, null too. */
export const urlNullAsText = broken('url-null-as-text', {
  caughtBy: 'a-null-url-is-not-playable',
  vendors: ['quo'],
  alsoBreaks: ['only-a-ready-status-plays', 'survive-an-unknown-status', 'say-what-was-told'],
  wrong: {
    read: (vendor, answered, now) =>
      correct.read(
        vendor,
        { ...answered, body: answered.body.replaceAll('"url":null', '"url":"null"') },
        now,
      ),
  },
})

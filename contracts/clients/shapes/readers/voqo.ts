import * as v from 'valibot'
import { instant, known, type Reader, segmentOf, text } from './reader.ts'

const Context = v.object({
  recording: v.object({
    url: known(text),
    contentType: known(text),
    durationSeconds: known(v.number()),
    startedAt: known(instant),
  }),
})

const Replies = v.object({
  replies: v.array(v.object({ id: text, from: text, body: v.string(), receivedAt: instant })),
})

/** Voqo: "Playback is available only when source URL is valid", and replies beside it. @see specs/voqo/source.md */
export const voqo: Reader = {
  recordingPath: (code) => `/public/recordings/${code}`,
  repliesPath: (code) => `/public/recordings/${code}/replies`,
  read: (json) => {
    const read = v.safeParse(Context, json)
    if (!read.success) return undefined
    const { url, ...rest } = read.output.recording
    return url === undefined ? { kind: 'expired' } : [segmentOf({ state: 'ready', url, ...rest })]
  },
  readReplies: (json) => {
    const read = v.safeParse(Replies, json)
    return read.success ? { kind: 'replies', replies: read.output.replies } : undefined
  },
}

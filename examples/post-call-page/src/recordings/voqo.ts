import { instantIn, known, numberIn, objectIn, textIn } from './fields.ts'
import type { Reply } from './outcome.ts'
import type { Reader } from './reader.ts'

const replyIn = (value: unknown): readonly Reply[] => {
  const reply = objectIn(value)
  const [id, from, receivedAt] = [textIn(reply?.id), textIn(reply?.from), instantIn(reply?.receivedAt)]
  const body = reply?.body
  return id === undefined || from === undefined || receivedAt === undefined || typeof body !== 'string'
    ? []
    : [{ id, from, body, receivedAt }]
}

/** Voqo: a recording that plays while its source is there, and replies that outlive it. */
export const voqo: Reader = {
  recordingPath: (code) => `/public/recordings/${code}`,
  repliesPath: (code) => `/public/recordings/${code}/replies`,
  readRecording: ({ json }) => {
    const recording = objectIn(objectIn(json)?.recording)
    if (!recording) return undefined
    const url = textIn(recording.url)
    if (url === undefined) return { kind: 'expired' }
    const contentType = textIn(recording.contentType)
    const durationSeconds = numberIn(recording.durationSeconds)
    const startedAt = instantIn(recording.startedAt)
    return {
      kind: 'playable',
      segments: [known({ state: 'ready', url, contentType, durationSeconds, startedAt } as const)],
    }
  },
  readReplies: ({ json }) => {
    const replies = objectIn(json)?.replies
    return Array.isArray(replies) ? { kind: 'replies', replies: replies.flatMap(replyIn) } : undefined
  },
}

// A vendor that Playhead does not know, as a lens: what it says of a recording, and what a client may read from that. In a
// project of your own all of this comes from 'playhead'.
import {
  decoded,
  defineVendor,
  leadOf,
  numberOf,
  readAnswer,
  textOf,
  toldRefusal,
  uuidFormat,
  waitHeaders,
} from '../../mocks/index.ts'

const object = { contentType: 'application/json', schema: { type: 'object' } }

export const acme = defineVendor({
  id: 'acme',
  name: 'Acme',
  docs: 'https://docs.acme.example',
  origin: 'https://api.acme.example',
  credential: { header: 'x-acme-key', defaultKey: 'playhead-acme' },
  operations: [{ id: 'getAudio', method: 'GET', path: '/calls/{id}/audio', asks: 'recording' }],
  responses: {
    getAudio: { 200: object, 401: object, 403: object, 404: object, 422: object, 429: object, 500: object },
  },
  document: async () => ({ openapi: '3.1.0', info: { title: 'Acme', version: '1' }, paths: {} }),
  ids: uuidFormat(),
  link: { lifetimeSeconds: 300, told: 'relative' },
  stores: ['audio/mpeg'],
  shows: 'recording',
  assumes: [],
  encode: (said, { now }) => {
    if (said.kind === 'recording') {
      const grant = leadOf(said.view.segments)?.grant
      return grant
        ? { status: 200, body: { audio: grant.url, ttl: grant.secondsLeft } }
        : { status: 404, body: { problem: 'no audio' } }
    }
    switch (said.kind) {
      case 'unauthorized':
        return { status: 401, body: { problem: 'unknown key' } }
      case 'forbidden':
        return { status: 403, body: { problem: 'not yours' } }
      case 'invalid-request':
        return { status: 422, body: { problem: said.fault.message } }
      case 'method-not-allowed':
        return { status: 405, body: { problem: 'GET only' } }
      case 'rate-limited':
        return { status: 429, headers: waitHeaders(said, now), body: { problem: 'too many' } }
      case 'failed':
        return { status: said.status, headers: waitHeaders(said, now), body: { problem: 'our fault' } }
      default:
        return { status: 404, body: { problem: 'no such call' } }
    }
  },
  decode: (answered, now) =>
    readAnswer(
      {
        success: ({ audio, ttl }) => {
          const url = textOf(audio)
          const seconds = numberOf(ttl)
          if (!url) return decoded({ kind: 'unknown' }, 'absent', 'unavailable')
          const expiresAt = seconds === undefined ? {} : { expiresAt: now + seconds * 1000 }
          return decoded({ kind: 'playable', segments: [{ state: 'ready', url, ...expiresAt }] })
        },
        missing: ({ problem }) =>
          problem === 'no audio'
            ? decoded({ kind: 'absent' }, 'not-found', 'processing')
            : decoded({ kind: 'not-found' }, 'absent'),
        details: ({ problem }) => (typeof problem === 'string' ? [problem] : []),
      },
      answered,
      now,
    ),
  tells: (said, now) => {
    if (said.kind === 'replies') return { kind: 'unknown' }
    if (said.kind !== 'recording')
      return toldRefusal(said, now, { details: said.kind === 'invalid-request' ? [said.fault.message] : [] })
    const grant = leadOf(said.view.segments)?.grant
    if (!grant) return { kind: 'absent' }
    const { url, secondsLeft } = grant
    return { kind: 'playable', segments: [{ state: 'ready', url, expiresAt: now + secondsLeft * 1000 }] }
  },
})

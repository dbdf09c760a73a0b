import { startServer } from '../../../mocks/hosts/node.ts'
import { memoryStore } from '../../../mocks/stores/memory.ts'
import { checkRefusal } from '../refused-by.ts'
import { defineTarget } from '../target.ts'
import { converse } from '../wire/converse.ts'
import { canary } from '../wire/header-lines.ts'
import { linkMark, type Stream, streams } from '../wire/requests.ts'
import { type RawResponse, readResponses } from '../wire/well-formed.ts'

/** Few enough that what is kept is full soon, and a growth is one. */
const bounds = { journalEntries: 200, sandboxes: 20 }

const osvi = '/osvi/v1/call/00000000-0000-4000-8000-000000000001/recording'

const checkResponse = ({ status, body: bytes }: RawResponse, { origin, tidy }: Stream): void => {
  const body = Buffer.from(bytes, 'latin1').toString('utf8')
  if (status >= 500) throw new Error(`The status is ${status}: ${body.slice(0, 500)}`)
  // S3 repeats the key that it refuses, to whoever has sent it.
  if (origin === 'api' && tidy && body.includes(canary))
    throw new Error(`The answer repeats a key: ${body.slice(0, 500)}`)
  const [, error] = /^\{"error":(\{"code":.*"docs":"docs\/errors\.md#.*\})\}$/s.exec(body) ?? []
  if (error !== undefined) checkRefusal(JSON.parse(error))
}

export const sockets = defineTarget<Stream>({
  name: 'sockets',
  says: 'Whatever bytes come over a connection, in whatever pieces: it is answered in well-formed HTTP, and ended.',
  share: 130,
  inputs: streams,
  open: async () => {
    const crashes: unknown[] = []
    const server = await startServer({
      port: 0,
      store: memoryStore(bounds),
      start: { at: 1_769_850_000_000 },
      onCrash: (error) => crashes.push(error),
    })
    const minted = await (
      await fetch(`${server.url}${osvi}`, { headers: { 'api-token': 'playhead-osvi-16' } })
    ).json()
    const link = String(minted.data.recording_url).slice(server.storageUrl.length)
    const ports = { api: Number(new URL(server.url).port), storage: Number(new URL(server.storageUrl).port) }
    return {
      run: async (stream) => {
        const { origin, pieces } = stream
        const text = await converse(
          ports[origin],
          pieces.map((piece) => piece.replaceAll(linkMark, () => link)),
        )
        const [crash] = crashes
        if (crash !== undefined) throw crash
        const responses = readResponses(text, pieces.join('').includes('HEAD'))
        if (!responses) throw new Error(`This is no HTTP: ${JSON.stringify(text.slice(0, 2000))}`)
        for (const response of responses) checkResponse(response, stream)
        return responses.some(({ status }) => status < 400) ? 'taken' : 'refused'
      },
      close: () => server.close(),
    }
  },
})

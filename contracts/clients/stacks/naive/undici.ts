import { Agent, request } from 'undici'
import { naiveClient } from '../naive-client.ts'
import { headersOf } from '../streamed.ts'

export const { name, connect, capabilities, ownTimers } = naiveClient(
  'undici',
  ({ baseUrl, credentials, signal: over }) => {
    // Of undici's defaults only the sockets that stay open are taken out, and its limits on time: those go by one clock
    // for all dispatchers of a process, which outlives the case that it was begun in.
    const dispatcher = new Agent({
      pipelining: 0,
      headersTimeout: 0,
      bodyTimeout: 0,
      connect: { timeout: 0 },
    })
    over.addEventListener('abort', () => void dispatcher.destroy(), { once: true })
    return {
      answer: async (path, options) => {
        const asked = { ...options, dispatcher, headers: credentials }
        const { statusCode, headers, body } = await request(`${baseUrl}/${path}`, asked)
        return { status: statusCode, headers: headersOf(headers), body: await body.text() }
      },
      media: async (url, options) => {
        const { statusCode, headers, body } = await request(url, { ...options, dispatcher })
        if (statusCode >= 400) throw new Error(`storage answered ${statusCode}`)
        return { bytes: await body.bytes(), type: String(headers['content-type']) }
      },
    }
  },
)

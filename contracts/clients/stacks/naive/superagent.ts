import superagent, { type SuperAgentRequest } from 'superagent'
import type { CallOptions } from '../../../client.ts'
import { naiveClient } from '../naive-client.ts'

const obeying = (request: SuperAgentRequest, { signal }: CallOptions): SuperAgentRequest => {
  const stop = (): void => {
    request.abort()
  }
  signal?.addEventListener('abort', stop, { once: true })
  return request
}

export const { name, connect, capabilities, ownTimers } = naiveClient(
  'superagent',
  ({ baseUrl, credentials }) => ({
    answer: async (path, options) => {
      const asked = obeying(superagent.get(`${baseUrl}/${path}`).set(credentials), options)
      const response = await asked.catch((error) => {
        if (error.response) return error.response
        throw error
      })
      return { status: response.status, headers: response.headers, body: response.text }
    },
    media: async (url, options) => {
      const { body, headers } = await obeying(superagent.get(url).responseType('blob'), options)
      return { bytes: new Uint8Array(body), type: headers['content-type'] }
    },
  }),
)

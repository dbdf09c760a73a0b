import { createFetch, FetchError } from 'ofetch'
import { naiveClient } from '../naive-client.ts'

export const { name, connect, capabilities, ownTimers } = naiveClient(
  'ofetch',
  ({ baseUrl, credentials, fetch }) => {
    const ofetch = createFetch({ fetch })
    const api = ofetch.create({ baseURL: baseUrl, headers: credentials, timeout: 10_000 })
    return {
      answer: async (path, options) => {
        try {
          const { status, headers, _data } = await api.raw(path, options)
          return { status, headers, body: _data }
        } catch (error) {
          if (!(error instanceof FetchError) || !error.response) throw error
          const { status, headers } = error.response
          return { status, headers, body: error.data }
        }
      },
      media: async (url, options) => {
        const { headers, _data } = await ofetch.raw(url, { ...options, responseType: 'arrayBuffer' })
        return { bytes: new Uint8Array(_data ?? []), type: headers.get('content-type') }
      },
    }
  },
)

import { createClient } from '@hey-api/client-fetch'
import { naiveClient } from '../naive-client.ts'

export const { name, connect, capabilities, ownTimers } = naiveClient(
  'hey-api',
  ({ baseUrl, credentials, fetch }) => {
    const api = createClient({ baseUrl, headers: credentials, fetch })
    return {
      answer: async (path, options) => {
        const { data, error, response } = await api.get({ ...options, url: path })
        return { status: response.status, headers: response.headers, body: data ?? error }
      },
      media: async (url, options) => {
        const { origin, pathname, search } = new URL(url)
        const { data, response } = await createClient({ baseUrl: origin, fetch }).get({
          ...options,
          url: `${pathname}${search}`,
          parseAs: 'blob',
        })
        if (!(data instanceof Blob)) throw new Error(`storage answered ${response.status}`)
        return { bytes: new Uint8Array(await data.arrayBuffer()), type: data.type }
      },
    }
  },
)

import { naiveClient } from '../naive-client.ts'

export const { name, connect, capabilities, ownTimers } = naiveClient(
  'fetch',
  ({ baseUrl, credentials, fetch }) => ({
    answer: async (path, options) => {
      const response = await fetch(`${baseUrl}/${path}`, { ...options, headers: credentials })
      return { status: response.status, headers: response.headers, body: await response.text() }
    },
    media: async (url, options) => {
      const response = await fetch(url, options)
      if (!response.ok) throw new Error(`storage answered ${response.status}`)
      return { bytes: await response.bytes(), type: response.headers.get('content-type') }
    },
  }),
)

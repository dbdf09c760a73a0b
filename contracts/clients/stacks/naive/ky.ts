import ky, { isHTTPError } from 'ky'
import { naiveClient } from '../naive-client.ts'

export const { name, connect, capabilities, ownTimers } = naiveClient(
  'ky',
  ({ baseUrl, credentials, fetch }) => {
    const api = ky.create({ prefix: baseUrl, headers: credentials, fetch })
    return {
      answer: async (path, options) => {
        try {
          const response = await api(path, options)
          return { status: response.status, headers: response.headers, body: await response.text() }
        } catch (error) {
          if (!isHTTPError(error)) throw error
          const { status, headers } = error.response
          return { status, headers, body: error.data }
        }
      },
      media: async (url, options) => {
        const response = await ky(url, { ...options, fetch })
        return { bytes: await response.bytes(), type: response.headers.get('content-type') }
      },
    }
  },
)

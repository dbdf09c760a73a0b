import got, { HTTPError } from 'got'
import { asFetched } from '../got.ts'
import { naiveClient } from '../naive-client.ts'

// Of got's defaults only the chance in its pauses is taken out: the same case is to give the same history.
const retry = { noise: 0 }

export const { name, connect, capabilities, ownTimers } = naiveClient('got', ({ baseUrl, credentials }) => {
  const api = got.extend({ prefixUrl: baseUrl, headers: credentials, retry })
  return {
    answer: async (path, options) => {
      const response = await api(path, options).catch((error) => {
        if (error instanceof HTTPError) return error.response
        throw error
      })
      const { status, headers } = asFetched(response)
      return { status, headers, body: response.body }
    },
    media: async (url, options) => {
      const { rawBody, headers } = await got(url, { ...options, retry, responseType: 'buffer' })
      return { bytes: rawBody, type: headers['content-type'] }
    },
  }
})

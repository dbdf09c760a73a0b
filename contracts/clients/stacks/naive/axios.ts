import axios, { isAxiosError } from 'axios'
import { naiveClient } from '../naive-client.ts'
import { headersOf, type NodeHeaders } from '../streamed.ts'

export const { name, connect, capabilities, ownTimers } = naiveClient('axios', ({ baseUrl, credentials }) => {
  const api = axios.create({ baseURL: baseUrl, headers: credentials })
  return {
    answer: async (path, options) => {
      const response = await api.get(path, options).catch((error) => {
        if (isAxiosError(error) && error.response) return error.response
        throw error
      })
      return {
        status: response.status,
        headers: headersOf(response.headers as NodeHeaders),
        body: response.data,
      }
    },
    media: async (url, options) => {
      const { data, headers } = await axios.get(url, { ...options, responseType: 'arraybuffer' })
      return { bytes: new Uint8Array(data), type: String(headers['content-type']) }
    },
  }
})

import type { Readable } from 'node:stream'
import axios, { type AxiosRequestConfig } from 'axios'
import { type NodeHeaders, streamed } from './streamed.ts'

/** What it takes to have axios do as it is told and no more. */
export const plainAxios = {
  maxRedirects: 0,
  validateStatus: () => true,
} as const satisfies AxiosRequestConfig

/** A fetch made of axios, with sockets of its own. What no option says is as axios does it by itself. */
export const fetchByAxios =
  (options: AxiosRequestConfig): typeof globalThis.fetch =>
  async (url, { headers, signal } = {}) => {
    const { data, ...head } = await axios.create(options).get<Readable>(String(url), {
      headers: Object.fromEntries(new Headers(headers)),
      responseType: 'stream',
      ...(signal ? { signal } : {}),
    })
    return streamed(head.status, head.headers as NodeHeaders, data)
  }

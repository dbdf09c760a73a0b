import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import nock from 'nock'
import type { Backend } from '../sandboxes.ts'
import { answerIntercepted, interceptedOrigins } from './fetch.ts'

const methods = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE']

const replied = async (backend: Backend, request: Request) => {
  const response = await answerIntercepted(backend, request)
  if (!response || response.type === 'error') throw new TypeError('fetch failed')
  const headers = Object.fromEntries(response.headers)
  // Nock takes any readable stream, though its types name one kind; and the two types of web stream are one thing.
  const body = response.body && Readable.fromWeb(response.body as ReadableStream<Uint8Array>)
  return [response.status, body ?? '', headers]
}

/**
 * Answers the vendors' and storage's real origins through nock, until it is taken back. Importing nock starts its
 * interception for the whole process, and nock goes on to refuse what it no longer answers (501) until `nock.cleanAll()`.
 * @example const { restore } = intercept(createBackend({ origins: realOrigins }))
 */
export const intercept = (backend: Backend): { restore(): void } => {
  const interceptors = interceptedOrigins(backend).flatMap((origin) => {
    const scope = nock(origin).persist()
    return methods.map((method) => {
      const interceptor = scope.intercept(/.*/, method)
      interceptor.reply((request: Request) => replied(backend, request))
      return interceptor
    })
  })
  return {
    restore: () => {
      for (const interceptor of interceptors) nock.removeInterceptor(interceptor)
    },
  }
}

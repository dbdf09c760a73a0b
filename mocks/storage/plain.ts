import type { WireRequest, WireResponse } from '../world/exchange.ts'
import type { Hasher } from '../world/hash.ts'
import { type Instant, toHttpDate } from '../world/instant.ts'
import type { StorageError } from './error-xml.ts'
import type { StorageFlavour, StorageWorld } from './flavour.ts'
import { answerObject, type ObjectWords } from './object-answer.ts'
import { plainPath, readPlain, tokenFor } from './plain-address.ts'
import { sessionAt } from './session-at.ts'

const reasons: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  410: 'Gone',
  412: 'Precondition Failed',
  416: 'Requested Range Not Satisfiable',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Temporarily Unavailable',
  504: 'Gateway Time-out',
}

/** A web server's refusal knows no codes, only its status. */
const refusal = (status: number, headers: Readonly<Record<string, string>> = {}): StorageError => {
  const message = `${status} ${reasons[status] ?? (status < 500 ? 'Bad Request' : 'Internal Server Error')}`
  return { status, code: `${status}`, message, headers }
}

const words: ObjectWords = {
  preconditionFailed: () => refusal(412),
  invalidRange: (_, size) => refusal(416, { 'content-range': `bytes */${size}` }),
}

const verdict = (
  request: WireRequest,
  world: StorageWorld,
  now: Instant,
  hasher: Hasher | undefined,
): WireResponse | StorageError => {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405, { allow: 'GET, HEAD' })
  const address = readPlain(request.path)
  const secret = address && world.secretOf(address.accessKeyId)
  // A wrong path, one whose file is gone and one that was never known are one and the same to a web server.
  if (address === undefined || secret === undefined) return refusal(404)
  if (tokenFor(secret, address, hasher) !== address.token) return refusal(404)
  const { bucket, key, sessionToken } = address
  if (sessionAt(world, sessionToken, now) !== 'going-on') return refusal(404)
  const object = world.objectAt(bucket, key)
  return object === undefined ? refusal(404) : answerObject(request, object, now, words)
}

/** Writes a verdict as a web server does: a page for what is refused. */
const written = (verdict: WireResponse | StorageError, request: WireRequest, now: Instant): WireResponse => {
  const common = { date: toHttpDate(now), server: 'nginx' }
  if (!('code' in verdict)) return { ...verdict, headers: { ...common, ...verdict.headers } }
  const { status, message } = verdict
  const page = `<html>\r\n<head><title>${message}</title></head>\r\n<body>\r\n<center><h1>${message}</h1></center>\r\n</body>\r\n</html>\r\n`
  return {
    status,
    headers: { ...common, 'content-type': 'text/html', ...verdict.headers },
    ...(request.method === 'HEAD' ? {} : { body: page }),
  }
}

/**
 * A web server with files under paths that nobody can guess: a URL without a signature and without an end, which may
 * vanish one day.
 */
export const plain: StorageFlavour = {
  id: 'plain',
  presign: ({ origin, secret, ...terms }, hasher) => {
    const address = { ...terms, sessionToken: terms.sessionToken }
    return `${origin}${plainPath({ ...address, token: tokenFor(secret, address, hasher) })}`
  },
  answer: (request, world, now, hasher) => written(verdict(request, world, now, hasher), request, now),
  refuse: (why, request, now) => written(refusal(why === 'expired-token' ? 404 : why), request, now),
  addressOf: (url) => {
    const address = readPlain(url)
    return address && { bucket: address.bucket, key: address.key }
  },
  lifetimeOf: () => undefined,
  signerOf: (url) => readPlain(url)?.accessKeyId,
}

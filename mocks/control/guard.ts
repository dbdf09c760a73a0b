import { PlayheadError, shown } from '../world/error.ts'
import { headerOf, type WireRequest } from '../world/exchange.ts'
import { isLoopback } from './loopback.ts'

const hostnameOf = (url: string): string | undefined =>
  URL.canParse(url) ? new URL(url).hostname : undefined

const isLoopbackUrl = (url: string): boolean => {
  const hostname = hostnameOf(url)
  return hostname !== undefined && isLoopback(hostname)
}

/**
 * Lets only this machine in: a page elsewhere could point a name of its own at loopback (DNS rebinding), or send what
 * browsers send without asking first.
 * @returns why a control request is refused
 */
export const intruder = (request: WireRequest): PlayheadError | undefined => {
  const host = headerOf(request, 'host') ?? ''
  if (!isLoopbackUrl(`http://${host}`))
    return new PlayheadError({
      code: 'foreign-host',
      act: `Cannot answer control requests under the name ${shown(host)}`,
      cure: 'Ask under 127.0.0.1, [::1] or localhost.',
    })
  const origin = headerOf(request, 'origin')
  if (request.method === 'GET' || request.method === 'HEAD') return undefined
  if (origin === undefined ? headerOf(request, 'sec-fetch-site') !== 'cross-site' : isLoopbackUrl(origin))
    return undefined
  return new PlayheadError({
    code: 'foreign-origin',
    act: `Cannot take control requests from a page of ${shown(origin ?? 'another site')}`,
    cure: 'Send them from this machine: a page on localhost, a test, the command line.',
  })
}

import { PlayheadError, shown } from '../world/error.ts'
import { headerOf, type WireRequest } from '../world/exchange.ts'
import type { Admission } from './admission.ts'
import { isLoopback } from './loopback.ts'

/** A host as a URL has it, or nothing where it is none: neither a user's name nor a path may hide in it. */
const urlOf = (host: string): URL | undefined =>
  /^(?:\[[\da-f:.]+\]|[^\s:/?#@\\[\]]+)(?::\d+)?$/i.test(host) && URL.canParse(`http://${host}`)
    ? new URL(`http://${host}`)
    : undefined

const isAddress = (hostname: string): boolean =>
  hostname.startsWith('[') || /^\d{1,3}(\.\d{1,3}){3}$/.test(hostname)

/** Whether a request comes from a page that was served under the very host that is asked. */
export const isSameOrigin = (request: WireRequest): boolean => {
  const origin = headerOf(request, 'origin')
  return (
    origin === undefined ||
    (URL.canParse(origin) && new URL(origin).host === urlOf(headerOf(request, 'host') ?? '')?.host)
  )
}

/** Whether a browser says that a page of another site had it ask. Whoever follows a link from there asks for himself. */
const isFromElsewhere = (request: WireRequest): boolean =>
  headerOf(request, 'sec-fetch-site') === 'cross-site' &&
  !(request.method === 'GET' && headerOf(request, 'sec-fetch-mode') === 'navigate')

/**
 * Lets only those in who may: a page elsewhere could point a name of its own here (DNS rebinding), or send what browsers
 * send without asking first.
 * @returns why a control request is refused: `foreign-host`, `foreign-origin`
 */
export const intruder = (
  request: WireRequest,
  { names, anyAddress }: Admission,
): PlayheadError | undefined => {
  const isHome = (hostname: string): boolean => isLoopback(hostname) || names.includes(hostname)
  const host = headerOf(request, 'host') ?? ''
  const asked = urlOf(host)?.hostname
  if (asked === undefined || !(isHome(asked) || (anyAddress && isAddress(asked))))
    return new PlayheadError({
      code: 'foreign-host',
      act: `Cannot answer control requests under the name ${shown(host)}`,
      cure: `Ask under ${['127.0.0.1', '[::1]', 'localhost', ...names].join(', ')}, or start the server with --allow-host.`,
    })
  const origin = headerOf(request, 'origin')
  const isWelcome =
    origin === undefined
      ? !isFromElsewhere(request)
      : isSameOrigin(request) || (URL.canParse(origin) && isHome(new URL(origin).hostname))
  if (isWelcome) return undefined
  return new PlayheadError({
    code: 'foreign-origin',
    act: `Cannot take control requests from a page of ${shown(origin ?? 'another site')}`,
    cure: 'Send them from this machine: a page on localhost, a test, the command line.',
  })
}

import { PlayheadError } from '../world/error.ts'
import { headerOf, type WireRequest } from '../world/exchange.ts'
import { isSameOrigin } from './guard.ts'
import type { Token } from './token.ts'

const cookieIn = (header: string, wanted: string): string | undefined =>
  header
    .split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${wanted}=`))
    ?.slice(wanted.length + 1)

/**
 * Why a request does not show what it has to: `token-missing`, `wrong-token`. Programs show the token itself, the deck the
 * cookie that its browser was given.
 */
export const untrusted = (request: WireRequest, token: Token): PlayheadError | undefined => {
  const [, presented] = /^Bearer +(\S+) *$/i.exec(headerOf(request, 'authorization') ?? '') ?? []
  const cookie = cookieIn(headerOf(request, 'cookie') ?? '', token.cookie.name)
  if (presented !== undefined ? token.fits(presented) : shows(request, token, cookie)) return undefined
  return presented === undefined ? tokenMissing() : wrongToken()
}

/** Browsers send a cookie along whoever has them ask, from other ports of the host as well: only the deck's own counts. */
const shows = (request: WireRequest, token: Token, cookie: string | undefined): boolean =>
  cookie !== undefined && isSameOrigin(request) && token.fitsCookie(cookie)

const tokenMissing = (): PlayheadError =>
  new PlayheadError({
    code: 'token-missing',
    act: "Cannot use the control API or the deck without this server's token",
    cure: 'Send Authorization: Bearer TOKEN; give commands --token or PLAYHEAD_TOKEN; open the deck with ?token=TOKEN once.',
  })

/** The refusal of a token that is not this server's; what was sent is not repeated. */
export const wrongToken = (): PlayheadError =>
  new PlayheadError({
    code: 'wrong-token',
    act: 'Cannot use the control API or the deck with this token: it is not the one of this server',
    cure: 'Take the one that `playhead mock` was given, or printed when it started.',
  })

import type { Session } from '../session.ts'
import type { WireResponse } from '../world/exchange.ts'
import type { Bindings } from './bindings.ts'
import { bindingOf, type Claim, honour } from './claim.ts'
import type { LocatedApi } from './locate.ts'

/** A credential is remembered to lead to a sandbox that has been removed meanwhile: it is to be located anew. */
export class Astray extends Error {}

/** Answers a request that something minted led to a session. @throws Astray */
export const lead = async (
  claim: Claim,
  { request, sandbox, understood, isAsked }: LocatedApi,
  session: Session,
  bindings: Bindings,
): Promise<WireResponse> => {
  const { within, restore } = honour(claim, request)
  if (understood) return restore(await understood.answer(within((await session.state()).world), session))
  const credential = bindingOf(claim)
  let isFresh = isAsked
  const stands = async (): Promise<void> => {
    if (!isFresh && (await bindings.ask(credential)) !== sandbox) throw new Astray()
    isFresh = false
  }
  return restore(await session.answer('api', { credential, within, stands }))
}

/** Keeps a redirect to the same origin within the sandbox it was asked in. */
export const behind = (prefix: string, response: WireResponse): WireResponse => {
  const { location } = response.headers
  return prefix === '' || !location?.startsWith('/')
    ? response
    : { ...response, headers: { ...response.headers, location: `${prefix}${location}` } }
}

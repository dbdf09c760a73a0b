import { presentedKey } from '../simulator/admit.ts'
import { keyHeaders, ownKey } from '../vendors/ask.ts'
import type { Vendor } from '../vendors/define.ts'
import { routeOf } from '../vendors/route.ts'
import type { WireRequest, WireResponse } from '../world/exchange.ts'
import type { World } from '../world/world.ts'

/** What in a request may have been minted for one sandbox. */
export interface Claim {
  readonly vendor: Vendor
  /** A key, or of a vendor that asks for none the ending of the id: `<id>-<ending>`. */
  readonly secret: string
  /** The id as sent, still encoded, with its ending. */
  readonly rawId: string
}

/** Five bits a letter: 16 letters are 80 bits, and as long as the strictest vendor wants its keys. */
const letters = 'abcdefghijkmnpqrstuvwxyz23456789'
const secretLength = 16

/** A secret nobody can guess. @param random as many bytes as it is asked for, from a cryptographic source */
export const mintSecret = (random: (bytes: number) => Uint8Array): string =>
  Array.from(random(secretLength), (byte) => letters[byte & 31]).join('')

const shape = new RegExp(`^[${letters}]{${secretLength}}$`)

/** What a request claims, if that has the shape of something minted: any other costs no look-up. */
export const claimOf = (vendors: readonly Vendor[], request: WireRequest): Claim | undefined => {
  const route = routeOf(vendors, request.path)
  if (!route) return undefined
  const { vendor, rawId } = route
  const secret = vendor.credential ? presentedKey(vendor, request) : rawId.slice(rawId.lastIndexOf('-') + 1)
  return secret !== undefined && shape.test(secret) && secret !== rawId
    ? { vendor, secret, rawId }
    : undefined
}

/** The name under which a store binds a minted secret. */
export const bindingOf = ({ vendor, secret }: Pick<Claim, 'vendor' | 'secret'>): string =>
  `${vendor.id} ${secret}`

/** What a request is once what was minted is honoured, and the way back for its answer. */
export interface Honoured {
  /** The request as a world itself knows it. */
  readonly within: (world: World) => WireRequest
  readonly restore: (response: WireResponse) => WireResponse
}

const asIs = (response: WireResponse): WireResponse => response

/**
 * Puts the default account's own key, or the id without its ending, in place of what was minted: so a world needs to know
 * nothing of sandboxes, and a journal shows no secret.
 */
export const honour = ({ vendor, secret, rawId }: Claim, request: WireRequest): Honoured => {
  if (vendor.credential) {
    return {
      within: (world) => ({
        ...request,
        headers: { ...request.headers, ...keyHeaders(vendor, ownKey(world, vendor)) },
      }),
      restore: asIs,
    }
  }
  const bare = rawId.slice(0, -secret.length - 1)
  return {
    within: () => ({ ...request, path: request.path.replace(`/${rawId}`, () => `/${bare}`) }),
    restore: (response) => repeating(response, bare, rawId),
  }
}

/** An answer that repeats the id as it was asked for. */
const repeating = (response: WireResponse, bare: string, rawId: string): WireResponse => {
  const { body, headers } = response
  const { location } = headers
  return {
    ...response,
    ...(typeof body === 'string'
      ? {
          body: body.replace(
            `"shortCode":${JSON.stringify(bare)}`,
            () => `"shortCode":${JSON.stringify(rawId)}`,
          ),
        }
      : {}),
    ...(location === undefined
      ? {}
      : { headers: { ...headers, location: location.replace(`/${bare}`, () => `/${rawId}`) } }),
  }
}

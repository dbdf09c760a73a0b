import { storages } from '../storage/index.ts'
import type { Vendor } from '../vendors/define.ts'
import { headerOf, type WireRequest } from '../world/exchange.ts'
import { sandboxOf } from '../world/grant.ts'
import { isLater, type Soon } from '../world/soon.ts'
import { checkedSandbox, defaultSandbox, isSandboxName, type SandboxPath, withoutPrefix } from './address.ts'
import type { Bindings } from './bindings.ts'
import { bindingOf, type Claim, claimOf } from './claim.ts'
import type { Fallback, Understood } from './fallback.ts'

/** A request, with the sandbox it belongs to told and taken off its path. */
export interface Located {
  readonly sandbox: string
  /** What stood before the path, such as `/~ann`. */
  readonly prefix: string
  readonly request: WireRequest
  /** What was minted for that sandbox, where the request carries it. */
  readonly claim: Claim | undefined
}

/** A request to the API, with what the fallback makes of it, where it is the one to answer. */
export interface LocatedApi extends Located {
  readonly understood: Understood | undefined
  /** Whether the store was asked just now where the claim leads, rather than remembered. */
  readonly isAsked: boolean
}

/** What tells where a request to the API belongs. */
export interface Guides {
  readonly vendors: readonly Vendor[]
  readonly bindings: Bindings
  readonly fallback?: Fallback | undefined
  /** Whether it is enough to remember where a claim leads, since whoever answers looks again. */
  readonly mayRemember: boolean
}

/** Tells where a request to the API belongs. @throws PlayheadError `bad-sandbox`, `store-unreachable` */
export const locateApi = (raw: WireRequest, guides: Guides): Soon<LocatedApi> => {
  const address = withoutPrefix(raw.path)
  const request = address.prefix === '' ? raw : { ...raw, path: address.path }
  const understood = guides.fallback?.understand(guides.vendors, request)
  return isLater(understood)
    ? understood.then((found) => locateUnderstood(address, request, found, guides))
    : locateUnderstood(address, request, understood, guides)
}

const locateUnderstood = (
  { prefix, sandbox: named }: SandboxPath,
  request: WireRequest,
  understood: Understood | undefined,
  { vendors, bindings, mayRemember }: Guides,
): Soon<LocatedApi> => {
  const { as } = understood ?? {}
  const claim = as ? claimOf([as.vendor], as.request) : claimOf(vendors, request)
  const credential = claim && bindingOf(claim)
  const known = credential && mayRemember && !understood ? bindings.known(credential) : undefined
  const located = (bound: string | undefined): LocatedApi => {
    const sandbox = named ?? headerOf(request, 'x-playhead-sandbox') ?? bound ?? defaultSandbox
    // A key minted for one sandbox is a wrong key in any other.
    const held = bound === sandbox ? claim : undefined
    const isAsked = known === undefined
    return { sandbox: checkedSandbox(sandbox), prefix, request, claim: held, understood, isAsked }
  }
  return known === undefined && credential !== undefined
    ? bindings.ask(credential).then(located)
    : located(known)
}

/** Tells where a request to storage belongs. @throws PlayheadError `bad-sandbox` */
export const locateStorage = (raw: WireRequest): Located => {
  const { prefix, sandbox: named, path } = withoutPrefix(raw.path)
  const request = prefix === '' ? raw : { ...raw, path }
  const sandbox = named ?? signedFor(path) ?? headerOf(request, 'x-playhead-sandbox') ?? defaultSandbox
  return { sandbox: checkedSandbox(sandbox), prefix, request, claim: undefined }
}

/** The sandbox whose signer signed a URL, if its name can be one. */
const signedFor = (path: string): string | undefined => {
  for (const { signerOf } of Object.values(storages)) {
    const signer = signerOf(path)
    const name = signer === undefined ? undefined : sandboxOf(signer)
    if (name !== undefined && isSandboxName(name)) return name
  }
  return undefined
}

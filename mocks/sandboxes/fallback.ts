import type { Session } from '../session.ts'
import type { Vendor } from '../vendors/define.ts'
import type { WireRequest, WireResponse } from '../world/exchange.ts'
import type { Soon } from '../world/soon.ts'

/** Somebody who answers what the simulator does not know. A host makes one, since it may read and load. */
export interface Fallback {
  /**
   * What a request to the API is for, without its sandbox's prefix; `undefined` where the simulator is to answer.
   * @throws PlayheadError
   */
  understand(vendors: readonly Vendor[], request: WireRequest): Soon<Understood | undefined>
}

/** A request that a fallback answers. */
export interface Understood {
  /** The request as one for an operation of a vendor, so that what was minted for a sandbox is found in it. */
  readonly as?: { readonly vendor: Vendor; readonly request: WireRequest }
  /** @throws PlayheadError */
  answer(request: WireRequest, session: Session): Promise<WireResponse>
}

import type { Token } from './token.ts'

/** Who is let in to the control API and the deck. */
export interface Admission {
  /** The host names it is asked under beside loopback ones, as a URL has them. */
  readonly names: readonly string[]
  /** Whether any address will do as well as a name. A name can be led elsewhere by whoever owns it, an address cannot. */
  readonly anyAddress: boolean
  /** What has to be shown; nothing where left out. */
  readonly token?: Token | undefined
}

/** This machine alone, which needs to show nothing. */
export const thisMachine: Admission = { names: [], anyAddress: false }

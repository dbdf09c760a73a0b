import type { ClientModule } from '../client.ts'
import { clientWith } from './client-with.ts'
import { correct } from './correct.ts'
import type { Policy } from './policy.ts'

/** A client that is wrong in one named way, with a twin that is the same but for that. */
export interface BrokenClient {
  readonly name: string
  /** The rule that catches it. */
  readonly caughtBy: string
  /** The vendors at which the fault shows. */
  readonly vendors: readonly string[]
  /** Rules that it breaks as well, since one fault may have several faces. */
  readonly alsoBreaks: readonly string[]
  readonly broken: ClientModule
  readonly twin: ClientModule
}

/** What a broken client is made of. */
export interface Fault {
  readonly caughtBy: string
  readonly vendors: readonly string[]
  readonly alsoBreaks?: readonly string[]
  /** The one decision that is taken badly. */
  readonly wrong: Partial<Policy>
  /** The same decision taken well in the same manner; the reference's own where left out. */
  readonly right?: Partial<Policy>
}

/** Makes a broken client and its twin from the parts that all clients share. */
export const broken = (name: string, { wrong, right, alsoBreaks = [], ...fault }: Fault): BrokenClient => ({
  name,
  ...fault,
  alsoBreaks,
  broken: clientWith(`broken/${name}`, { ...correct, ...wrong }),
  twin: clientWith(`twin/${name}`, { ...correct, ...right }),
})

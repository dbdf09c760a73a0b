import type { Bench, ClientModule } from '../client.ts'
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
  /** The most steps that the smallest case of its fault takes. @default 3 */
  readonly steps?: number
  readonly broken: ClientModule
  readonly twin: ClientModule
}

/** What a broken client is made of. */
export interface Fault {
  readonly caughtBy: string
  readonly vendors: readonly string[]
  readonly alsoBreaks?: readonly string[]
  /** @default 3 */
  readonly steps?: number
  /** The one decision that is taken badly. */
  readonly wrong?: Partial<Policy>
  /** The same decision taken well in the same manner; the reference's own where left out. */
  readonly right?: Partial<Policy>
  /** What the broken one asks through, where no decision is wrong but the way it asks. */
  readonly wrongFetch?: (bench: Bench) => Bench['fetch']
  /** What the twin asks through. */
  readonly rightFetch?: (bench: Bench) => Bench['fetch']
}

const through = (
  { connect, ...client }: ClientModule,
  fetchOf: Fault['wrongFetch'] = ({ fetch }) => fetch,
): ClientModule => ({ ...client, connect: (bench) => connect({ ...bench, fetch: fetchOf(bench) }) })

/** Makes a broken client and its twin from the parts that all clients share. */
export const broken = (
  name: string,
  { wrong, right, wrongFetch, rightFetch, alsoBreaks = [], ...fault }: Fault,
): BrokenClient => ({
  name,
  ...fault,
  alsoBreaks,
  broken: through(clientWith(`broken/${name}`, { ...correct, ...wrong }), wrongFetch),
  twin: through(clientWith(`twin/${name}`, { ...correct, ...right }), rightFetch),
})

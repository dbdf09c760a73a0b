import type { Bench, ClientModule } from '../../client.ts'
import type { BrokenClient } from '../broken-client.ts'
import { clientWith } from '../client-with.ts'
import { correct } from '../correct.ts'
import type { Policy } from '../policy.ts'

/** How a client asks: a fetch made of an HTTP stack. */
export type FetchOf = (bench: Bench) => typeof globalThis.fetch

/** A client that decides as a policy says and asks by a stack of its own, whose timers are its own too. */
export const clientOn = (name: string, fetchOf: FetchOf, policy: Partial<Policy> = {}): ClientModule => {
  const { connect, ...client } = clientWith(name, { ...correct, ...policy })
  return { ...client, ownTimers: true, connect: (bench) => connect({ ...bench, fetch: fetchOf(bench) }) }
}

/** What a broken client on a stack is made of. */
export interface StackFault {
  readonly caughtBy: string
  readonly vendors: readonly string[]
  readonly alsoBreaks?: readonly string[]
  /** @default 3 */
  readonly steps?: number
  /** The stack as it is badly used. */
  readonly wrong: FetchOf
  /** The same stack, used well in the same manner. */
  readonly right: FetchOf
  /** What is left to the stack, in both. */
  readonly policy?: Partial<Policy>
  /** What is left to it in the broken one alone. */
  readonly wrongPolicy?: Partial<Policy>
}

/** Makes a broken client on a stack and its twin. */
export const brokenOn = (
  name: string,
  { wrong, right, policy, wrongPolicy, alsoBreaks = [], steps = 3, ...fault }: StackFault,
): BrokenClient => ({
  name,
  ...fault,
  alsoBreaks,
  steps,
  broken: clientOn(`broken/${name}`, wrong, { ...policy, ...wrongPolicy }),
  twin: clientOn(`twin/${name}`, right, policy),
})

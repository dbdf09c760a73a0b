import type { Transport } from '../contracts/define.ts'
import { loopback } from '../contracts/entries/loopback.ts'
import { direct } from '../contracts/run/direct.ts'
import { PlayheadError, shown } from '../mocks/world/error.ts'
import { nearest } from '../mocks/world/nearest.ts'
import { needing } from './needing.ts'

// The interceptors are loaded only when they are asked for: they are optional, and one starts by being imported.
const transports: Readonly<Record<string, () => Promise<Transport>>> = {
  direct: async () => direct,
  loopback: async () => loopback,
  msw: async () => (await import('../contracts/entries/msw.ts')).msw,
  nock: async () => (await import('../contracts/entries/nock.ts')).nockTransport,
}

/** What `--transport` says of itself. */
export const transportHelp =
  'How the client reaches its vendor: direct (no wire), loopback (real sockets), or msw and nock (its real hosts).'

/**
 * The transport of a name; the one without a wire where there is none.
 * @throws PlayheadError `unknown-transport`, `missing-package`
 */
export const transportNamed = async (name: string = direct.name): Promise<Transport> => {
  const load = Object.hasOwn(transports, name) ? transports[name] : undefined
  if (load) return needing(`the transport ${name}`, load)
  throw new PlayheadError({
    code: 'unknown-transport',
    act: `Cannot find the transport ${shown(name)}`,
    cure: `Did you mean ${nearest(name, Object.keys(transports))}? There are ${Object.keys(transports).join(', ')}.`,
  })
}

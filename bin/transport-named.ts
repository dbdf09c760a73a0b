import type { Transport } from '../contracts/define.ts'
import { transportLoader } from '../contracts/entries/transports.ts'
import { needing } from '../mocks/needing.ts'

/** What `--transport` says of itself. */
export const transportHelp =
  'How the client reaches its vendor: direct (no wire), loopback (real sockets), or msw and nock (its real hosts).'

/**
 * The transport of a name; the one without a wire where there is none.
 * @throws PlayheadError `unknown-transport`, `missing-package`
 */
export const transportNamed = async (name?: string): Promise<Transport> =>
  needing(`the transport ${name}`, transportLoader(name))

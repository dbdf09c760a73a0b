import type { Transport } from '../contracts/define.ts'
import { loopback } from '../contracts/entries/loopback.ts'
import { direct } from '../contracts/run/direct.ts'
import { PlayheadError, shown } from '../mocks/world/error.ts'
import { nearest } from '../mocks/world/nearest.ts'

const transports: Readonly<Record<string, Transport>> = { direct, loopback }

/** What `--transport` says of itself. */
export const transportHelp =
  'How the client reaches its vendor: direct (no wire), or loopback (real sockets).'

/** The transport of a name; the one without a wire where there is none. @throws PlayheadError `unknown-transport` */
export const transportNamed = (name: string = direct.name): Transport => {
  const transport = Object.hasOwn(transports, name) ? transports[name] : undefined
  if (transport) return transport
  throw new PlayheadError({
    code: 'unknown-transport',
    act: `Cannot find the transport ${shown(name)}`,
    cure: `Did you mean ${nearest(name, Object.keys(transports))}? There are ${Object.keys(transports).join(' and ')}.`,
  })
}

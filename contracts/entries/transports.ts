import { PlayheadError, shown } from '../../mocks/world/error.ts'
import { nearest } from '../../mocks/world/nearest.ts'
import type { Transport } from '../define.ts'
import { direct } from '../run/direct.ts'

// Loaded only when they are asked for: the interceptors are optional, and one starts by being imported.
const transports: Readonly<Record<string, () => Promise<Transport>>> = {
  direct: async () => direct,
  loopback: async () => (await import('./loopback.ts')).loopback,
  msw: async () => (await import('./msw.ts')).msw,
  nock: async () => (await import('./nock.ts')).nockTransport,
}

/** How the transport of a name is loaded; the one without a wire where there is no name. @throws PlayheadError `unknown-transport` */
export const transportLoader = (name: string = direct.name): (() => Promise<Transport>) => {
  const load = Object.hasOwn(transports, name) ? transports[name] : undefined
  if (load) return load
  throw new PlayheadError({
    code: 'unknown-transport',
    act: `Cannot find the transport ${shown(name)}`,
    cure: `Did you mean ${nearest(name, Object.keys(transports))}? There are ${Object.keys(transports).join(', ')}.`,
  })
}

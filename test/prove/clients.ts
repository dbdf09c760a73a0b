import type { ClientModule } from '../../contracts/client.ts'
import { builtinClients } from '../../contracts/clients/index.ts'
import type { Transport } from '../../contracts/define.ts'
import { loopback } from '../../contracts/entries/loopback.ts'
import { direct } from '../../contracts/run/direct.ts'

/** A client, and the transport it is judged on. */
export interface Placed {
  readonly client: ClientModule
  readonly transport: Transport
}

/** Clients that keep every rule, by name: what is claimed of right clients is claimed of each. */
export const rightClients: readonly string[] = Object.keys(builtinClients).filter((name) =>
  /^reference(\/|$)/.test(name),
)

/**
 * The client of a name, `reference`, `broken/<name>`, `twin/<name>` or `naive/<stack>`: threads know clients by their
 * names. Those on a real HTTP stack are judged on real sockets, all others in process.
 * @throws RangeError where there is none
 */
export const clientNamed = async (name: string): Promise<Placed> => {
  const builtin = await builtinClients[name]?.()
  if (builtin) return { client: builtin, transport: direct }
  // Eight HTTP stacks: loaded only where they are asked for.
  const { onStacks } = await import('./wrong-clients.ts')
  const client = onStacks.get(name)
  if (!client) throw new RangeError(`There is no client ${name}.`)
  return { client, transport: loopback }
}

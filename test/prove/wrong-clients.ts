import type { BrokenClient } from '../../contracts/clients/broken-client.ts'
import { brokenClients } from '../../contracts/clients/broken-clients.ts'
import { naiveClients, stackClients } from '../../contracts/clients/stacks/index.ts'

/** Every client that is wrong on purpose: those that decide badly, and those on a real HTTP stack badly used. */
export const wrongClients: readonly BrokenClient[] = [...brokenClients, ...stackClients]

/** By name, the clients on real HTTP stacks: the broken, their twins and the naive ones. */
export const onStacks = new Map(
  [...stackClients.flatMap(({ broken, twin }) => [broken, twin]), ...naiveClients].map((client) => [
    client.name ?? '',
    client,
  ]),
)

import type { ClientModule } from '../contracts/client.ts'

/** A client as it is run: those of one's own may have timers of their own, the built-in ones have none. */
export const withOwnTimers = (client: ClientModule, argument: string): ClientModule => ({
  ...client,
  ownTimers: !argument.startsWith('builtin:'),
})

import type { Store } from '../stores/define.ts'

/** Where credentials lead, as far as it is known without asking the store; what is known may be out of date. */
export interface Bindings {
  readonly known: (credential: string) => string | undefined
  /** Asks the store. */
  readonly ask: (credential: string) => Promise<string | undefined>
}

/** How many are remembered; any other is asked for. */
const mostBindings = 20_000

/** Remembers where credentials led, so that it need not be asked at each request. */
export const openBindings = (store: Store): Bindings => {
  const bindings = new Map<string, string>()
  return {
    known: (credential) => bindings.get(credential),
    ask: async (credential) => {
      const sandbox = await store.boundTo(credential)
      // The one longest known goes first.
      bindings.delete(credential)
      if (sandbox === undefined) return undefined
      const [oldest] = bindings.keys()
      if (bindings.size >= mostBindings && oldest !== undefined) bindings.delete(oldest)
      bindings.set(credential, sandbox)
      return sandbox
    },
  }
}

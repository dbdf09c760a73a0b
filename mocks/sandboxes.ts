import { checkedSandbox, defaultSandbox } from './sandboxes/address.ts'
import { openBindings } from './sandboxes/bindings.ts'
import { bindingOf, mintSecret } from './sandboxes/claim.ts'
import type { Fallback } from './sandboxes/fallback.ts'
import { Astray, behind, lead } from './sandboxes/lead.ts'
import { type Located, type LocatedApi, locateApi, locateStorage } from './sandboxes/locate.ts'
import { refusal } from './sandboxes/refusal.ts'
import { firstState, type Start } from './sandboxes/start.ts'
import { openSession, type Session } from './session.ts'
import type { Origin } from './simulator.ts'
import type { Store } from './stores/define.ts'
import { memoryStore } from './stores/memory.ts'
import type { Vendor } from './vendors/define.ts'
import { vendors as registry } from './vendors/index.ts'
import { PlayheadError } from './world/error.ts'
import type { WireRequest, WireResponse } from './world/exchange.ts'
import type { Hasher } from './world/hash.ts'
import { isLater } from './world/soon.ts'

export type { Located } from './sandboxes/locate.ts'

/** Where a backend answers, each without a trailing slash. */
export interface Origins {
  readonly api: string
  readonly storage: string
  /** The host that signatures cover; the storage origin's own where left out. */
  readonly storageHost?: string
}

/** What a backend is made of. */
export interface BackendOptions {
  readonly origins: Origins
  /** All of the registry where left out. */
  readonly vendors?: readonly Vendor[]
  /** In memory where left out. */
  readonly store?: Store
  /** Real time, in milliseconds. */
  readonly real?: () => number
  readonly start?: Start
  /** Bytes from a cryptographic source, for what must not be guessed. */
  readonly random?: (bytes: number) => Uint8Array
  readonly hasher?: Hasher
  /** Answers what the simulator does not know; nobody does where left out. */
  readonly fallback?: Fallback
}

/** By vendor: a key minted for a sandbox, or of a vendor that asks for none the ending of its ids. */
export type Minted = Readonly<Record<string, string>>

/** All sandboxes of one server: whoever asks is answered by their own. */
export interface Backend {
  readonly origins: Origins
  readonly vendors: readonly Vendor[]
  readonly fallback: Fallback | undefined
  /** What the deck shows beside a session. */
  readonly exhibit: Start['exhibit']
  /** Answers a vendor's or storage's request; a sandbox's name that cannot be is a 400. */
  answer(origin: Origin, request: WireRequest): Promise<WireResponse>
  /** @throws PlayheadError `bad-sandbox` */
  locate(origin: Origin, request: WireRequest): Promise<Located>
  /** The session of a name, made on first use. @throws PlayheadError `bad-sandbox` */
  session(name?: string): Session
  sandboxes(): Promise<readonly string[]>
  /** Whether there is a sandbox of this name. */
  has(name: string): Promise<boolean>
  /** How many sandboxes are kept; beyond it the one longest unused is dropped. */
  readonly mostSandboxes: number
  /** Makes credentials that lead to this sandbox and stand for its default account's own. */
  mint(name: string): Promise<Minted>
  /** A name that no sandbox has. */
  newName(): string
  remove(name: string): Promise<void>
}

/** How many opened sessions are held, as many as a store has sandboxes; any other is opened again from the store. */
const mostSessions = 10_000

const webRandom = (bytes: number): Uint8Array => globalThis.crypto.getRandomValues(new Uint8Array(bytes))

/**
 * Opens a backend: sessions by name, each begun alike.
 * @example createBackend({ origins: { api: 'http://127.0.0.1:4010', storage: 'http://127.0.0.1:4011' } })
 */
export const createBackend = (options: BackendOptions): Backend => {
  const { origins, vendors = registry, store = memoryStore(), start = {}, hasher, fallback } = options
  const { real = () => Date.now(), random = webRandom } = options
  const sessions = new Map<string, Session>()
  const bindings = openBindings(store)

  const session = (name: string = defaultSandbox): Session => {
    const known = sessions.get(name)
    if (known) return known
    const opened = openSession({
      place: {
        sandbox: checkedSandbox(name),
        apiOrigin: origins.api,
        storageOrigin: origins.storage,
        storageHost: origins.storageHost ?? origins.storage.replace(/^[a-z]+:\/\//, ''),
      },
      vendors,
      store,
      real,
      first: (now) => firstState(start, now),
      hasher,
    })
    const [oldest] = sessions.keys()
    if (sessions.size >= mostSessions && oldest !== undefined) sessions.delete(oldest)
    sessions.set(name, opened)
    return opened
  }

  // Whoever only wants to know the sandbox has nothing to ask the fallback.
  const locate = async (origin: Origin, request: WireRequest): Promise<Located> =>
    origin === 'api' ? locateApi(request, { vendors, bindings, mayRemember: false }) : locateStorage(request)

  const guides = { vendors, bindings, fallback, mayRemember: true }
  /** Where requests belong whose own text alone says so. */
  const homes = {
    api: new WeakMap<WireRequest, LocatedApi>(),
    storage: new WeakMap<WireRequest, Located>(),
  }

  const answerApi = (located: LocatedApi): Promise<WireResponse> => {
    const { sandbox, request, claim, understood } = located
    const asked = session(sandbox)
    return claim
      ? lead(claim, located, asked, bindings)
      : (understood?.answer(request, asked) ?? asked.answer('api', request))
  }

  const answerStorage = ({ sandbox, request }: Located): Promise<WireResponse> =>
    session(sandbox).answer('storage', request)

  const answer = async (origin: Origin, request: WireRequest): Promise<WireResponse> => {
    try {
      if (origin === 'storage') {
        const known = homes.storage.get(request)
        const located = known ?? locateStorage(request)
        if (!known) homes.storage.set(request, located)
        return behind(located.prefix, await answerStorage(located))
      }
      const known = homes.api.get(request)
      const sought = known ?? locateApi(request, guides)
      const located = isLater(sought) ? await sought : sought
      // Neither something minted leads it nor a document: the store may say otherwise of these at any time.
      if (!known && located === sought && !located.claim && !located.understood)
        homes.api.set(request, located)
      return behind(located.prefix, await answerApi(located))
    } catch (error) {
      if (error instanceof Astray) return answer(origin, request)
      if (error instanceof PlayheadError) return refusal(error, request)
      throw error
    }
  }

  const mint = async (name: string): Promise<Minted> => {
    await session(name).state()
    const minted = vendors.map((vendor) => ({ vendor, secret: mintSecret(random) }))
    for (const { vendor, secret } of minted) await store.bind(bindingOf({ vendor, secret }), name)
    return Object.fromEntries(minted.map(({ vendor, secret }) => [vendor.id, secret]))
  }

  return {
    origins,
    vendors,
    fallback,
    exhibit: start.exhibit,
    answer,
    locate,
    session,
    sandboxes: () => store.sandboxes(),
    has: async (name) => (await store.state(name)) !== undefined,
    mostSandboxes: store.bounds.sandboxes,
    mint,
    newName: () => mintSecret(random),
    remove: async (name) => {
      sessions.delete(name)
      await store.remove(name)
    },
  }
}

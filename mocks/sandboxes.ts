import { checkedSandbox, defaultSandbox, isSandboxName, withoutPrefix } from './sandboxes/address.ts'
import { bindingOf, type Claim, claimOf, honour, mintSecret } from './sandboxes/claim.ts'
import type { Fallback, Understood } from './sandboxes/fallback.ts'
import { refusal } from './sandboxes/refusal.ts'
import { firstState, type Start } from './sandboxes/start.ts'
import { openSession, type Session } from './session.ts'
import type { Origin } from './simulator.ts'
import { storages } from './storage/index.ts'
import type { Store } from './stores/define.ts'
import { memoryStore } from './stores/memory.ts'
import type { Vendor } from './vendors/define.ts'
import { vendors as registry } from './vendors/index.ts'
import { PlayheadError } from './world/error.ts'
import { headerOf, type WireRequest, type WireResponse } from './world/exchange.ts'
import { sandboxOf } from './world/grant.ts'
import type { Hasher } from './world/hash.ts'

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

/** A request, with the sandbox it belongs to told and taken off its path. */
export interface Located {
  readonly sandbox: string
  /** What stood before the path, such as `/~ann`. */
  readonly prefix: string
  readonly request: WireRequest
  /** What was minted for that sandbox, where the request carries it. */
  readonly claim: Claim | undefined
}

/** A vendor's request, with what the fallback makes of it, where it is the one to answer. */
interface Asked extends Located {
  readonly understood: Understood | undefined
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
  /** Makes credentials that lead to this sandbox and stand for its default account's own. */
  mint(name: string): Promise<Minted>
  /** A name that no sandbox has. */
  newName(): string
  remove(name: string): Promise<void>
}

/** How many opened sessions are held; any other is opened again from the store. */
const mostSessions = 1000

const webRandom = (bytes: number): Uint8Array => globalThis.crypto.getRandomValues(new Uint8Array(bytes))

/**
 * Opens a backend: sessions by name, each begun alike.
 * @example createBackend({ origins: { api: 'http://127.0.0.1:4010', storage: 'http://127.0.0.1:4011' } })
 */
export const createBackend = (options: BackendOptions): Backend => {
  const { origins, vendors = registry, store = memoryStore(), start = {}, hasher, fallback } = options
  const { real = () => Date.now(), random = webRandom } = options
  const sessions = new Map<string, Session>()

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

  const locateApi = async (raw: WireRequest, asking?: Fallback): Promise<Asked> => {
    const { prefix, sandbox: named, path } = withoutPrefix(raw.path)
    const request = prefix === '' ? raw : { ...raw, path }
    const understood = await asking?.understand(vendors, request)
    const { as } = understood ?? {}
    const claim = as ? claimOf([as.vendor], as.request) : claimOf(vendors, request)
    const bound = claim && (await store.boundTo(bindingOf(claim.vendor, claim.secret)))
    const sandbox = named ?? headerOf(request, 'x-playhead-sandbox') ?? bound ?? defaultSandbox
    // A key minted for one sandbox is a wrong key in any other.
    const held = bound === sandbox ? claim : undefined
    return { sandbox: checkedSandbox(sandbox), prefix, request, claim: held, understood }
  }

  const locateStorage = (raw: WireRequest): Asked => {
    const { prefix, sandbox: named, path } = withoutPrefix(raw.path)
    const request = prefix === '' ? raw : { ...raw, path }
    const sandbox = named ?? signedFor(path) ?? headerOf(request, 'x-playhead-sandbox') ?? defaultSandbox
    return { sandbox: checkedSandbox(sandbox), prefix, request, claim: undefined, understood: undefined }
  }

  // Whoever only wants to know the sandbox has nothing to ask the fallback.
  const locate = async (origin: Origin, request: WireRequest): Promise<Located> =>
    origin === 'api' ? locateApi(request) : locateStorage(request)

  const respond = async (
    origin: Origin,
    { sandbox, prefix, request, claim, understood }: Asked,
  ): Promise<WireResponse> => {
    const asked = session(sandbox)
    const answered = (one: WireRequest): Promise<WireResponse> =>
      understood ? understood.answer(one, asked) : asked.answer(origin, one)
    if (!claim) return behind(prefix, await answered(request))
    const honoured = honour(claim, request, (await asked.state()).world)
    return behind(prefix, honoured.restore(await answered(honoured.request)))
  }

  const answer = async (origin: Origin, request: WireRequest): Promise<WireResponse> => {
    try {
      return await respond(
        origin,
        origin === 'api' ? await locateApi(request, fallback) : locateStorage(request),
      )
    } catch (error) {
      if (error instanceof PlayheadError) return refusal(error, request)
      throw error
    }
  }

  const mint = async (name: string): Promise<Minted> => {
    await session(name).state()
    const minted = vendors.map((vendor) => ({ vendor, secret: mintSecret(random) }))
    for (const { vendor, secret } of minted) await store.bind(bindingOf(vendor, secret), name)
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
    mint,
    newName: () => mintSecret(random),
    remove: async (name) => {
      sessions.delete(name)
      await store.remove(name)
    },
  }
}

/** The sandbox whose signer signed a URL, if its name can be one. */
const signedFor = (path: string): string | undefined => {
  for (const { signerOf } of Object.values(storages)) {
    const signer = signerOf(path)
    const name = signer === undefined ? undefined : sandboxOf(signer)
    if (name !== undefined && isSandboxName(name)) return name
  }
  return undefined
}

/** Keeps a redirect to the same origin within the sandbox it was asked in. */
const behind = (prefix: string, response: WireResponse): WireResponse => {
  const { location } = response.headers
  return prefix === '' || !location?.startsWith('/')
    ? response
    : { ...response, headers: { ...response.headers, location: `${prefix}${location}` } }
}

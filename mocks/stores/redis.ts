import type { JournalEntry } from '../journal.ts'
import type { Usage } from '../world/usage.ts'
import { unused } from '../world/usage.ts'
import { type Bounds, boundsFrom } from './bounds.ts'
import type { SessionState, Store } from './define.ts'
import { type Known, openKnownWorlds } from './known-worlds.ts'
import { openListeners } from './listeners.ts'
import { connectTo } from './redis/connect.ts'
import { readCounted, readUsage } from './redis/read-usage.ts'

/** How much a Redis store keeps, and under which names. */
export interface RedisStoreOptions extends Bounds {
  /** What all keys begin with: stores of other prefixes on the same Redis never meet. @default 'playhead:' */
  readonly prefix?: string
  /** Told of what was lost because Redis was away. @default prints it to stderr */
  readonly onLoss?: (error: unknown) => void
}

/**
 * Keeps sessions in Redis or Valkey, where any number of servers share them: whatever one changes, all answer by, from
 * the moment the change returns. A request costs one round trip, and one more where something was changed since this
 * process's last; its journal entry is handed over without waiting for a reply.
 * @throws PlayheadError `store-unreachable`, from every operation, as long as Redis is away
 * @example await startServer({ store: redisStore('redis://127.0.0.1:6379') })
 */
export const redisStore = (url: string, options: RedisStoreOptions = {}): Store => {
  const { prefix = 'playhead:', onLoss = (error) => console.error(error) } = options
  const held = boundsFrom(options)
  const { journalEntries, sandboxes } = held
  const { run, hand, ask, hear, leave, close } = connectTo(url)
  const { watch, tell } = openListeners()
  const worlds = openKnownWorlds()
  const heard = new Map<string, { watchers: number; ready: Promise<void> }>()

  const stateKey = (sandbox: string): string => `${prefix}s:${sandbox}`
  const channelOf = (sandbox: string): string => `${prefix}w:${sandbox}`

  const stateIn = (sandbox: string, known: Known | undefined, reply: unknown): SessionState | undefined => {
    const [version, worldVersion, clock, scenario, text] = Array.isArray(reply) ? reply : []
    if (Number(version) === 0) return undefined
    const isKnown = known !== undefined && known.version === Number(worldVersion)
    const world = isKnown ? known.world : JSON.parse(String(text))
    if (!isKnown) worlds.set(sandbox, Number(worldVersion), world)
    return {
      version: Number(version),
      world,
      clock: JSON.parse(String(clock)),
      scenario: String(scenario),
    }
  }

  const entriesOf = async (sandbox: string, after: number): Promise<readonly JournalEntry[]> => {
    const found = (await ask('XRANGE', `${stateKey(sandbox)}:j`, `(${after}-0`, '+')) as [
      string,
      [string, string],
    ][]
    return found
      .slice(-journalEntries)
      .map(([id, [, entry]]) => ({ seq: Number.parseInt(id, 10), ...JSON.parse(entry) }))
  }

  return {
    bounds: held,
    state: async (sandbox) => {
      const known = worlds.of(sandbox)
      return stateIn(sandbox, known, await run('read', prefix, sandbox, known?.version ?? 0))
    },
    change: async (sandbox, expected, { world, clock, scenario }, forget = {}) => {
      const known = worlds.of(sandbox)
      const stays = expected > 0 && known?.world === world ? known.version : undefined
      const changed = Number(
        await run(
          'change',
          ...[prefix, sandbox, expected, scenario, JSON.stringify(clock)],
          ...[stays ?? 0, stays === undefined ? JSON.stringify(world) : '', sandboxes],
          ...[forget.journal ? 1 : 0, forget.usage ? 1 : 0, ...(forget.arrivals ?? [])],
        ),
      )
      if (changed > 0 && stays === undefined) worlds.set(sandbox, changed, world)
      return changed > 0
    },
    touch: async (sandbox, expected, touch, now, credential = '') => {
      const { quotas, arrivals } = touch
      const named = quotas.flatMap(({ key, limit, windowMs }) => [key, limit, windowMs])
      const known = worlds.of(sandbox)
      const reply = await run(
        'touch',
        ...[prefix, sandbox, expected, known?.version ?? 0, credential, now, quotas.length, ...named],
        ...arrivals,
      )
      const [version, ...counts] = Array.isArray(reply) ? reply : []
      return Number(version) === expected
        ? { version: expected, usage: readCounted(counts, touch, now) }
        : { version: Number(version), usage: unused, state: stateIn(sandbox, known, reply) }
    },
    usage: async (sandbox): Promise<Usage> => {
      const found = readUsage(await run('usage', prefix, sandbox))
      return Object.keys(found.accepted).length + Object.keys(found.arrivals).length === 0 ? unused : found
    },
    append: async (sandbox, draft) => {
      // Not waited for longer than until it has left this process, which may end the moment after its answer.
      const arrived = await hand('append', prefix, sandbox, JSON.stringify(draft.written()), journalEntries)
      arrived.kept.catch(onLoss)
    },
    watch: (sandbox, listener) => {
      const stop = watch(sandbox, listener)
      const known = heard.get(sandbox)
      const one = known ?? {
        watchers: 0,
        ready: hear(channelOf(sandbox), (message) => {
          const space = message.indexOf(' ')
          tell(sandbox, () => ({
            seq: Number(message.slice(0, space)),
            ...JSON.parse(message.slice(space + 1)),
          }))
        }).catch(onLoss),
      }
      one.watchers++
      heard.set(sandbox, one)
      return () => {
        stop()
        if (--one.watchers > 0) return
        heard.delete(sandbox)
        one.ready.then(() => (heard.has(sandbox) ? undefined : leave(channelOf(sandbox)))).catch(onLoss)
      }
    },
    journal: async (sandbox, after = 0) => {
      // Whoever watches and then reads must not miss what comes between.
      await heard.get(sandbox)?.ready
      return entriesOf(sandbox, after)
    },
    bind: async (credential, sandbox) => {
      await run('bind', prefix, sandbox, credential)
    },
    boundTo: async (credential) =>
      ((await ask('GET', `${prefix}b:${credential}`)) as string | null) ?? undefined,
    sandboxes: async () => [...((await ask('ZRANGE', `${prefix}used`, '0', '-1')) as string[])].toSorted(),
    remove: async (sandbox) => {
      await run('remove', prefix, sandbox)
      worlds.delete(sandbox)
    },
    close,
  }
}

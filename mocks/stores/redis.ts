import type { JournalEntry } from '../journal.ts'
import type { Usage } from '../world/usage.ts'
import { unused } from '../world/usage.ts'
import { type Bounds, boundsFrom } from './bounds.ts'
import type { Store } from './define.ts'
import { openKnownWorlds } from './known-worlds.ts'
import { openListeners } from './listeners.ts'
import { connectTo } from './redis/connect.ts'
import { readTouched, readUsage } from './redis/read-usage.ts'

/** How much a Redis store keeps, and under which names. */
export interface RedisStoreOptions extends Bounds {
  /** What all keys begin with: stores of other prefixes on the same Redis never meet. @default 'playhead:' */
  readonly prefix?: string
  /** Told of what was lost because Redis was away. @default prints it to stderr */
  readonly onLoss?: (error: unknown) => void
}

/**
 * Keeps sessions in Redis or Valkey, where any number of servers share them: whatever one changes, all answer by, from
 * the moment the change returns. A request costs one round trip; its journal entry is sent on its way without waiting.
 * @throws PlayheadError `store-unreachable`, from every operation, as long as Redis is away
 * @example await startServer({ store: redisStore('redis://127.0.0.1:6379') })
 */
export const redisStore = (url: string, options: RedisStoreOptions = {}): Store => {
  const { prefix = 'playhead:', onLoss = (error) => console.error(error) } = options
  const { journalEntries, sandboxes } = boundsFrom(options)
  const { run, ask, hear, leave, close } = connectTo(url)
  const { watch, tell } = openListeners()
  const worlds = openKnownWorlds()
  const heard = new Map<string, { watchers: number; ready: Promise<void> }>()

  const stateKey = (sandbox: string): string => `${prefix}s:${sandbox}`
  const channelOf = (sandbox: string): string => `${prefix}w:${sandbox}`

  const worldOf = async (sandbox: string, version: number) => {
    const known = worlds.of(sandbox)
    if (known?.version === version) return known.world
    const [text, written] = (await ask('HMGET', stateKey(sandbox), 'world', 'worldVersion')) as string[]
    // Another change may have come meanwhile: then its world belongs to a state that is read next.
    if (Number(written) !== version) return undefined
    const world = JSON.parse(String(text))
    worlds.set(sandbox, version, world)
    return world
  }

  const stateOf: Store['state'] = async (sandbox) => {
    for (;;) {
      const [version, worldVersion, clock, scenario] = (await ask(
        'HMGET',
        stateKey(sandbox),
        ...['version', 'worldVersion', 'clock', 'scenario'],
      )) as (string | null)[]
      if (version === null || version === undefined) return undefined
      const world = await worldOf(sandbox, Number(worldVersion))
      if (world)
        return {
          version: Number(version),
          world,
          clock: JSON.parse(String(clock)),
          scenario: String(scenario),
        }
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
    state: stateOf,
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
    touch: async (sandbox, expected, touch, now) => {
      const { quotas, arrivals } = touch
      const named = quotas.flatMap(({ key, limit, windowMs }) => [key, limit, windowMs])
      const reply = await run(
        'touch',
        ...[prefix, sandbox, expected, now, quotas.length, ...named],
        ...arrivals,
      )
      return readTouched(reply, touch, expected)
    },
    usage: async (sandbox): Promise<Usage> => {
      const found = readUsage(await run('usage', prefix, sandbox))
      return Object.keys(found.accepted).length + Object.keys(found.arrivals).length === 0 ? unused : found
    },
    append: async (sandbox, entry) => {
      run('append', prefix, sandbox, JSON.stringify(entry), journalEntries).catch(onLoss)
    },
    watch: (sandbox, listener) => {
      const stop = watch(sandbox, listener)
      const known = heard.get(sandbox)
      const one = known ?? {
        watchers: 0,
        ready: hear(channelOf(sandbox), (message) => {
          const space = message.indexOf(' ')
          tell(sandbox, { seq: Number(message.slice(0, space)), ...JSON.parse(message.slice(space + 1)) })
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

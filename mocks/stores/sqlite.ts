import { afterTouch, type Usage, unused } from '../world/usage.ts'
import { type Bounds, boundsFrom } from './bounds.ts'
import type { Store } from './define.ts'
import { openKnownWorlds } from './known-worlds.ts'
import { openListeners } from './listeners.ts'
import { atOnceOn } from './sqlite/at-once.ts'
import { openDatabase } from './sqlite/open-database.ts'
import { statementsOn } from './sqlite/statements.ts'
import { usageWithout } from './usage-without.ts'

const unusedText = JSON.stringify(unused)

/** Rows after which a journal is cut: now and then, rather than at every request. */
const trimEvery = 256

/**
 * Keeps sessions in a file, so that a server that ended, in whatever way, goes on where it was. A file belongs to one
 * server at a time.
 * @throws PlayheadError `store-in-use`, `bad-store`
 * @example await startServer({ store: sqliteStore('playhead.db') })
 */
export const sqliteStore = (file: string, bounds: Bounds = {}): Store => {
  const held = boundsFrom(bounds)
  const { journalEntries, sandboxes } = held
  const database = openDatabase(file)
  const atOnce = atOnceOn(database)
  const statements = statementsOn(database)
  const { watch, tell } = openListeners()
  const worlds = openKnownWorlds()

  const next = (counter: 'latest' | 'used'): number => Number(statements.raise.get(counter)?.value)
  let lastUsed = Number(statements.lastUsed.get()?.value)
  /** Whoever is used twice in a row is written down once. */
  const markUsed = (sandbox: string, used: number): void => {
    if (used === lastUsed) return
    lastUsed = next('used')
    statements.use.run(lastUsed, sandbox)
  }

  const countedIn = (sandbox: string) => {
    const row = statements.counted.get(sandbox)
    if (!row) return undefined
    const usage: Usage = row.usage === unusedText ? unused : JSON.parse(String(row.usage))
    return { version: Number(row.version), used: Number(row.used), usage }
  }

  const boundTo = (credential: string): string | undefined => {
    const found = statements.bound.get(credential)
    return found && String(found.sandbox)
  }

  const remove = (sandbox: string): void => {
    for (const statement of [statements.clear, statements.unbind, statements.drop]) statement.run(sandbox)
    worlds.delete(sandbox)
  }

  const evict = (): void => {
    if (Number(statements.howMany.get()?.many) <= sandboxes) return
    const oldest = statements.longestUnused.get()?.name
    if (typeof oldest === 'string') remove(oldest)
  }

  return {
    bounds: held,
    state: async (sandbox) => {
      const row = statements.read.get(sandbox)
      if (!row) return undefined
      const version = Number(row.version)
      const known = worlds.of(sandbox)
      const world = known?.version === version ? known.world : JSON.parse(String(row.world))
      worlds.set(sandbox, version, world)
      return { version, world, clock: JSON.parse(String(row.clock)), scenario: String(row.scenario) }
    },
    change: async (sandbox, expected, { world, clock, scenario }, forget = {}) =>
      atOnce(() => {
        const found = countedIn(sandbox)
        if ((found?.version ?? 0) !== expected) return false
        const version = next('latest')
        const clockText = JSON.stringify(clock)
        if (found) {
          const usage = JSON.stringify(usageWithout(found.usage, forget))
          const known = worlds.of(sandbox)
          if (known?.version === expected && known.world === world)
            statements.replaceButWorld.run(version, clockText, scenario, usage, sandbox)
          else statements.replace.run(version, JSON.stringify(world), clockText, scenario, usage, sandbox)
          if (forget.journal) statements.clear.run(sandbox)
          markUsed(sandbox, found.used)
        } else {
          lastUsed = next('used')
          const row = [version, JSON.stringify(world), clockText, scenario, unusedText, lastUsed]
          statements.make.run(sandbox, ...row)
          evict()
        }
        worlds.set(sandbox, version, world)
        return true
      }),
    touch: async (sandbox, expected, touch, now, credential) => {
      if (credential !== undefined && boundTo(credential) !== sandbox) return { version: 0, usage: unused }
      const found = countedIn(sandbox)
      if (found?.version !== expected) return { version: found?.version ?? 0, usage: unused }
      const after = afterTouch(found.usage, touch, now)
      // A statement is atomic by itself, and nobody else writes to this file.
      if (after !== found.usage) statements.count.run(JSON.stringify(after), sandbox)
      markUsed(sandbox, found.used)
      return { version: expected, usage: found.usage }
    },
    usage: async (sandbox) => countedIn(sandbox)?.usage ?? unused,
    append: async (sandbox, draft) => {
      const entry = draft.written()
      const numbered = atOnce(() => {
        const seq = Number(statements.number.get(sandbox)?.seq ?? 0)
        if (seq === 0) return undefined
        statements.write.run(sandbox, seq, JSON.stringify(entry))
        if (seq % trimEvery === 0) statements.trim.run(sandbox, seq - journalEntries)
        return { seq, ...entry }
      })
      if (numbered) tell(sandbox, () => numbered)
    },
    watch,
    journal: async (sandbox, after = 0) =>
      statements.entries
        .all(sandbox, after, journalEntries)
        .map(({ seq, entry }) => ({ seq: Number(seq), ...JSON.parse(String(entry)) })),
    bind: async (credential, sandbox) => {
      statements.bind.run(credential, sandbox)
    },
    boundTo: async (credential) => boundTo(credential),
    sandboxes: async () => statements.names.all().map(({ name }) => String(name)),
    remove: async (sandbox) => atOnce(() => remove(sandbox)),
    close: async () => {
      if (database.isOpen) database.close()
    },
  }
}

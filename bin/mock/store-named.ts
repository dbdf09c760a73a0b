import { resolve } from 'node:path'
import { needing } from '../../mocks/needing.ts'
import type { Store } from '../../mocks/stores/define.ts'
import { PlayheadError, shown } from '../../mocks/world/error.ts'

/** A name without a password that it may hold. */
const withoutPassword = (name: string): string => name.replace(/\/\/[^/]*@/, '//')

/**
 * The store that `--store` names, opened; `undefined` where sessions are kept in memory. What a kind of store needs is
 * loaded where it is wanted.
 * @throws PlayheadError `unknown-store`, `missing-package`, `bad-store`, `store-in-use`
 */
export const storeNamed = async (name: string | undefined, cwd: string): Promise<Store | undefined> => {
  if (name === undefined || name === 'memory') return undefined
  const [, file] = /^sqlite:(.+)$/.exec(name) ?? []
  if (file !== undefined) {
    const { sqliteStore } = await import('../../mocks/stores/sqlite.ts')
    return sqliteStore(resolve(cwd, file))
  }
  if (/^(redis|valkey)s?:\/\/./.test(name)) {
    const { redisStore } = await needing('--store redis://…', () => import('../../mocks/stores/redis.ts'))
    return redisStore(name.replace(/^valkey/, 'redis'))
  }
  throw new PlayheadError({
    code: 'unknown-store',
    act: `Cannot keep sessions in ${shown(withoutPassword(name))}`,
    cure: 'Give memory, sqlite:FILE, or redis://HOST:PORT.',
  })
}

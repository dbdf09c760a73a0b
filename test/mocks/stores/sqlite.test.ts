import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, it } from 'vitest'
import { sqliteStore } from '../../../mocks/stores/sqlite.ts'
import { parseWorld } from '../../../mocks/world/world.ts'
import { boundsLaws, draft, entry, stateOf, storeLaws } from './store-laws.ts'

const folder = mkdtempSync(join(tmpdir(), 'playhead-'))
afterAll(() => rmSync(folder, { recursive: true }))
let files = 0
const newFile = (): string => join(folder, `${++files}.db`)

storeLaws('a store in a file', () => sqliteStore(newFile()))

describe('a store in a file', () => {
  it('goes on where it was when it is opened again', async () => {
    const file = newFile()
    const before = sqliteStore(file)
    await before.change('ann', 0, stateOf('first'))
    const { version = 0 } = (await before.state('ann')) ?? {}
    await before.touch('ann', version, { quotas: [], arrivals: ['d1'] }, 5)
    await before.append('ann', draft)
    await before.bind('quo secret', 'ann')
    await before.close()
    const after = sqliteStore(file)
    expect(await after.state('ann')).toMatchObject({ version, scenario: 'first' })
    expect(await after.usage('ann')).toEqual({ accepted: {}, arrivals: { d1: 1 } })
    expect(await after.journal('ann')).toEqual([{ seq: 1, ...entry }])
    expect(await after.boundTo('quo secret')).toBe('ann')
    expect(await after.change('bob', 0, stateOf('first'))).toBe(true)
    expect((await after.state('bob'))?.version).toBeGreaterThan(version)
    await after.close()
  })

  it('keeps a world that changed, and one that stayed while the clock moved', async () => {
    const file = newFile()
    const store = sqliteStore(file)
    await store.change('ann', 0, stateOf('first'))
    const first = await store.state('ann')
    const world = parseWorld({ accounts: [], calls: [], seed: 9 })
    expect(await store.change('ann', first?.version ?? 0, { ...stateOf('second'), world })).toBe(true)
    const second = await store.state('ann')
    expect(await store.change('ann', second?.version ?? 0, { ...stateOf('third'), world })).toBe(true)
    await store.close()
    const again = sqliteStore(file)
    expect(await again.state('ann')).toMatchObject({ scenario: 'third', world: { seed: 9 } })
    await again.close()
  })

  it('belongs to one server at a time', async () => {
    const file = newFile()
    const store = sqliteStore(file)
    expect(() => sqliteStore(file)).toThrow(expect.objectContaining({ code: 'store-in-use' }))
    await store.close()
    await sqliteStore(file).close()
  })

  it("leaves a file alone that is somebody else's", () => {
    const other = newFile()
    const database = new DatabaseSync(other)
    database.exec('CREATE TABLE theirs (a)')
    database.close()
    const text = newFile()
    writeFileSync(text, 'a letter\n'.repeat(1000))
    for (const file of [other, text, join(folder, 'no', 'such', 'folder.db')])
      expect(() => sqliteStore(file)).toThrow(expect.objectContaining({ code: 'bad-store' }))
  })
})

describe('the bounds of a store in a file', () => boundsLaws((bounds) => sqliteStore(newFile(), bounds)))

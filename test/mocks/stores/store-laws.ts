import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { NewState } from '../../../mocks/session.ts'
import type { Bounds } from '../../../mocks/stores/bounds.ts'
import type { Store } from '../../../mocks/stores/define.ts'
import { frozenAt } from '../../../mocks/world/clock.ts'
import { afterTouch, freeAgainAt, type Usage, unused, usedUp } from '../../../mocks/world/usage.ts'
import { parseWorld } from '../../../mocks/world/world.ts'

const world = parseWorld({ accounts: [], calls: [] })
/** A state that can be told by its scenario. */
export const stateOf = (scenario: string): NewState => ({ world, clock: frozenAt(0), scenario })
const touch = { quotas: [{ key: 'quo k', limit: 2, windowMs: 1000 }], arrivals: ['d1'] }
/** An exchange as a journal takes it. */
export const entry = {
  at: 0,
  origin: 'api' as const,
  breaks: [],
  grants: [],
  request: { method: 'GET', path: '/', headers: {} },
  response: { status: 200, headers: {} },
}

/** The same, as an exchange is noted down. */
export const draft = { written: () => entry }

/** What holds for every store, wherever it keeps things. */
export const storeLaws = (name: string, openOne: () => Store): void => {
  const opened: Store[] = []
  const open = (): Store => {
    const store = openOne()
    opened.push(store)
    return store
  }
  const made = async (...sandboxes: string[]): Promise<Store> => {
    const store = open()
    for (const sandbox of sandboxes) await store.change(sandbox, 0, stateOf('first'))
    return store
  }
  const versionOf = async (store: Store, sandbox: string): Promise<number> =>
    (await store.state(sandbox))?.version ?? 0

  describe(name, () => {
    afterEach(async () => {
      for (const store of opened.splice(0)) await store.close()
    })

    it('knows nothing of a sandbox that was never made', async () => {
      const store = open()
      expect(await store.state('ann')).toBeUndefined()
      expect(await store.journal('ann')).toEqual([])
      expect(await store.usage('ann')).toEqual({ accepted: {}, arrivals: {} })
      expect(await store.touch('ann', 1, touch, 5)).toMatchObject({ version: 0 })
    })

    it('makes a sandbox once, whoever comes second', async () => {
      const store = open()
      expect(await store.change('ann', 0, stateOf('first'))).toBe(true)
      expect(await store.change('ann', 0, stateOf('second'))).toBe(false)
      expect(await store.state('ann')).toMatchObject({ scenario: 'first' })
    })

    it('changes a state only at the version expected, and the version grows', async () => {
      const store = await made('ann')
      const version = await versionOf(store, 'ann')
      expect(await store.change('ann', version, stateOf('second'))).toBe(true)
      expect(await store.change('ann', version, stateOf('third'))).toBe(false)
      expect(await store.state('ann')).toMatchObject({ scenario: 'second' })
      expect(await versionOf(store, 'ann')).toBeGreaterThan(version)
    })

    it('never gives a sandbox made anew a version it had before', async () => {
      const store = await made('ann')
      const version = await versionOf(store, 'ann')
      await store.remove('ann')
      await store.change('ann', 0, stateOf('again'))
      expect(await versionOf(store, 'ann')).not.toBe(version)
    })

    it('counts a request at the version expected, and gives back what was counted before', async () => {
      const store = await made('ann')
      const version = await versionOf(store, 'ann')
      const before = [0, 1, 2].map(() => store.touch('ann', version, touch, 5))
      expect((await Promise.all(before)).map(({ usage }) => usage.arrivals.d1 ?? 0)).toEqual([0, 1, 2])
      expect(await store.touch('ann', version + 1, touch, 5)).toMatchObject({ version })
      // The quota takes two; all arrivals are counted.
      expect(await store.usage('ann')).toEqual({ accepted: { 'quo k': [5, 5] }, arrivals: { d1: 3 } })
    })

    it('counts a request of a credential only while that leads to the sandbox', async () => {
      const store = await made('ann', 'bob')
      await store.bind('quo secret', 'ann')
      const version = await versionOf(store, 'ann')
      expect(await store.touch('ann', version, touch, 5, 'quo secret')).toMatchObject({ version })
      for (const [sandbox, credential] of [
        ['bob', 'quo secret'],
        ['ann', 'quo other'],
      ] as const)
        expect(
          await store.touch(sandbox, await versionOf(store, sandbox), touch, 5, credential),
        ).toMatchObject({ version: 0 })
      await store.remove('ann')
      await store.change('ann', 0, stateOf('again'))
      const again = await versionOf(store, 'ann')
      expect(await store.touch('ann', again, touch, 5, 'quo secret')).toMatchObject({ version: 0 })
      expect(await store.usage('ann')).toEqual({ accepted: {}, arrivals: {} })
    })

    it('tells with a request the state that holds, if any, where it is another', async () => {
      const store = await made('ann')
      const version = await versionOf(store, 'ann')
      await store.change('ann', version, stateOf('second'))
      const { state, ...told } = await store.touch('ann', version, touch, 5)
      expect(told).toEqual({ version: await versionOf(store, 'ann'), usage: { accepted: {}, arrivals: {} } })
      if (state) expect(state).toEqual(await store.state('ann'))
    })

    it('tells of any quota what decides about it, wherever the clock stands and stood', async () => {
      const store = open()
      let sandboxes = 0
      const property = fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.nat(40), { minLength: 1, maxLength: 25, size: 'max' }),
        async (limit, windowMs, nows) => {
          const sandbox = `s${++sandboxes}`
          await store.change(sandbox, 0, stateOf('first'))
          const version = await versionOf(store, sandbox)
          const quota = { key: 'quo k', limit, windowMs }
          let model = unused
          for (const now of nows) {
            const { usage } = await store.touch(sandbox, version, { quotas: [quota], arrivals: [] }, now)
            const decides = (one: Usage) => [usedUp(one, quota, now) >= limit, freeAgainAt(one, quota, now)]
            expect(decides(usage)).toEqual(decides(model))
            if (usedUp(model, quota, now) < limit)
              expect(usedUp(usage, quota, now)).toBe(usedUp(model, quota, now))
            model = afterTouch(model, { quotas: [quota], arrivals: [] }, now)
          }
        },
      )
      await fc.assert(property, { numRuns: 40 })
    })

    const forgetting = [
      { forget: {}, journal: 1, accepted: 1, arrivals: 1 },
      { forget: { journal: true }, journal: 0, accepted: 1, arrivals: 1 },
      { forget: { usage: true }, journal: 1, accepted: 0, arrivals: undefined },
      { forget: { arrivals: ['d1'] }, journal: 1, accepted: 1, arrivals: undefined },
      { forget: { arrivals: ['d2'] }, journal: 1, accepted: 1, arrivals: 1 },
    ]
    it.each(forgetting)('forgets with a change what it is told to: $forget', async (given) => {
      const store = await made('ann')
      const version = await versionOf(store, 'ann')
      await store.touch('ann', version, touch, 5)
      await store.append('ann', draft)
      await store.change('ann', version, stateOf('second'), given.forget)
      const usage = await store.usage('ann')
      expect(await store.journal('ann')).toHaveLength(given.journal)
      expect(usage.accepted['quo k'] ?? []).toHaveLength(given.accepted)
      expect(usage.arrivals.d1).toBe(given.arrivals)
    })

    it('numbers the journal of each sandbox by itself, and goes on after it was cleared', async () => {
      const store = await made('ann', 'bob')
      for (const sandbox of ['ann', 'ann', 'bob']) await store.append(sandbox, draft)
      expect((await store.journal('ann', 1)).map(({ seq }) => seq)).toEqual([2])
      expect((await store.journal('bob')).map(({ seq }) => seq)).toEqual([1])
      await store.change('ann', await versionOf(store, 'ann'), stateOf('x'), { journal: true })
      await store.append('ann', draft)
      expect((await store.journal('ann')).map(({ seq }) => seq)).toEqual([3])
    })

    it('tells watchers of a sandbox, and nobody else, until they stop', async () => {
      const store = await made('ann', 'bob')
      const seen: number[] = []
      const both = Promise.withResolvers<void>()
      const stop = store.watch('ann', ({ seq }) => {
        if (seen.push(seq) === 2) both.resolve()
      })
      // Whoever has read the journal misses nothing that comes after.
      expect(await store.journal('ann')).toEqual([])
      for (const sandbox of ['ann', 'bob', 'ann']) await store.append(sandbox, draft)
      await both.promise
      stop()
      await store.append('ann', draft)
      expect(await store.journal('ann')).toHaveLength(3)
      expect(seen).toEqual([1, 2])
    })

    it('removes a sandbox with everything that leads to it', async () => {
      const store = await made('ann', 'bob')
      await store.bind('quo secret', 'ann')
      await store.append('ann', draft)
      expect(await store.boundTo('quo secret')).toBe('ann')
      await store.remove('ann')
      expect(await store.boundTo('quo secret')).toBeUndefined()
      expect(await store.journal('ann')).toEqual([])
      expect(await store.sandboxes()).toEqual(['bob'])
    })
  })
}

/** What holds for the bounds of every store. */
export const boundsLaws = (open: (bounds: Bounds) => Store): void => {
  it('keeps the newest entries of a journal', async () => {
    const store = open({ journalEntries: 4 })
    await store.change('ann', 0, stateOf('first'))
    for (let i = 0; i < 30; i++) await store.append('ann', draft)
    expect((await store.journal('ann')).map(({ seq }) => seq)).toEqual([27, 28, 29, 30])
    await store.close()
  })

  it('tells how much it keeps', async () => {
    const store = open({ sandboxes: 3 })
    expect(store.bounds).toEqual({ sandboxes: 3, journalEntries: 5000 })
    await store.close()
  })

  it('takes a sandbox for used whose clock is moved', async () => {
    const store = open({ sandboxes: 2 })
    for (const name of ['ann', 'bob']) await store.change(name, 0, stateOf('first'))
    const { version = 0 } = (await store.state('ann')) ?? {}
    await store.change('ann', version, stateOf('second'))
    await store.change('cid', 0, stateOf('first'))
    expect(await store.sandboxes()).toEqual(['ann', 'cid'])
    await store.close()
  })

  it('drops with a sandbox the credentials that led there', async () => {
    const store = open({ sandboxes: 1 })
    await store.change('ann', 0, stateOf('first'))
    await store.bind('quo secret', 'ann')
    await store.change('bob', 0, stateOf('first'))
    expect([await store.sandboxes(), await store.boundTo('quo secret')]).toEqual([['bob'], undefined])
    await store.close()
  })

  it('drops the sandbox longest unused, and never the default one', async () => {
    const store = open({ sandboxes: 3 })
    for (const name of ['default', 'ann', 'bob']) await store.change(name, 0, stateOf('first'))
    const { version = 0 } = (await store.state('ann')) ?? {}
    await store.touch('ann', version, { quotas: [], arrivals: [] }, 0)
    await store.change('cid', 0, stateOf('first'))
    expect(await store.sandboxes()).toEqual(['ann', 'cid', 'default'])
    await store.close()
  })
}

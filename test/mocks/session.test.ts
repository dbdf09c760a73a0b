import { describe, expect, it } from 'vitest'
import { moveSession } from '../../mocks/clock-verbs.ts'
import type { JournalEntry } from '../../mocks/journal.ts'
import { openSession } from '../../mocks/session.ts'
import { memoryStore } from '../../mocks/stores/memory.ts'
import { frozenAt } from '../../mocks/world/clock.ts'
import { lastInstant, parseInstant, toHttpDate } from '../../mocks/world/instant.ts'
import { aBackend, startedAt } from './a-backend.ts'
import { askOsvi, jsonIn, linkIn, osviPath, play } from './asking.ts'

describe('a session', () => {
  it('answers at the now of its clock, which goes with real time', async () => {
    const { backend, clock } = aBackend()
    clock.pass(5000)
    const response = await askOsvi(backend)
    expect(response.status).toBe(200)
    expect(response.headers.date).toBe(toHttpDate(startedAt + 5000))
  })

  it('plays a link until its end, not after, and again when time is turned back', async () => {
    const { backend } = aBackend()
    const session = backend.session()
    const link = linkIn(await askOsvi(backend))
    expect((await play(backend, link, { range: 'bytes=0-9' })).status).toBe(206)
    await moveSession(session, 'advance', '15m')
    const refused = await play(backend, link)
    expect(refused.status).toBe(403)
    expect(refused.body).toContain('<Message>Request has expired</Message>')
    expect((await play(backend, linkIn(await askOsvi(backend)))).status).toBe(200)
    await moveSession(session, 'rewind', '1ms')
    expect((await play(backend, link)).status).toBe(200)
  })

  it('writes every exchange down, in order, without its secrets', async () => {
    const { backend } = aBackend()
    const link = linkIn(await askOsvi(backend))
    await play(backend, link)
    await askOsvi(backend, 'missing')
    const entries = await backend.session().journal()
    expect(entries.map(({ seq, origin, said, call }) => [seq, origin, said, call])).toEqual([
      [1, 'api', 'recording', 'playable'],
      [2, 'storage', undefined, 'playable'],
      [3, 'api', 'not-found', undefined],
    ])
    const [signature] = /(?<=X-Amz-Signature=)[0-9a-f]+/.exec(link) ?? []
    const text = JSON.stringify(entries)
    expect(signature).toHaveLength(64)
    expect(text).not.toContain(signature)
    expect(text).not.toContain('playhead-osvi-16')
    expect(entries[1]?.response).toMatchObject({ status: 200, bytes: expect.any(Number) })
    expect(await backend.session().journal(2)).toEqual(entries.slice(2))
  })

  it('lets what reads a journal watch it, until it stops', async () => {
    const { backend } = aBackend()
    const seen: JournalEntry[] = []
    const stop = backend.session().watch((entry) => seen.push(entry))
    await askOsvi(backend)
    stop()
    await askOsvi(backend)
    expect(seen).toEqual((await backend.session().journal()).slice(0, 1))
  })

  it('counts boundaries of the world, of links handed out and of quota windows', async () => {
    const { backend } = aBackend()
    const session = backend.session()
    const before = await session.boundaries()
    await askOsvi(backend)
    await backend.answer('api', {
      method: 'GET',
      path: '/v1/call-recordings/ACplayable',
      headers: { authorization: 'playhead-quo' },
    })
    const added = (await session.boundaries()).filter((at) => !before.includes(at))
    expect(added).toContain(startedAt + 1000)
    expect(added).toContain(startedAt + 900_000)
  })

  it('is as it was where a change throws', async () => {
    const session = aBackend().backend.session()
    const before = await session.state()
    await expect(
      session.change(() => {
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    expect(await session.state()).toEqual(before)
  })

  it('loses no change of many at once', async () => {
    const session = aBackend().backend.session()
    await moveSession(session, 'freeze')
    await Promise.all(Array.from({ length: 50 }, () => moveSession(session, 'advance', '1s')))
    expect(await session.now()).toBe(startedAt + 50_000)
  })

  it('counts two hundred requests at once, each once', async () => {
    const { backend } = aBackend()
    await backend.session().change(({ world }) => ({
      world: {
        ...world,
        disturbances: [
          { id: 'd', effect: { kind: 'status', status: 503, told: 'header' }, on: {}, skip: 50, count: 20 },
        ],
      },
    }))
    const answers = await Promise.all(Array.from({ length: 200 }, () => askOsvi(backend)))
    expect(answers.filter(({ status }) => status === 503)).toHaveLength(20)
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(180)
    const seqs = (await backend.session().journal()).map(({ seq }) => seq)
    expect(seqs).toEqual(Array.from({ length: 200 }, (_, i) => i + 1))
  })

  it('sees what another process has changed in the same store', async () => {
    const store = memoryStore()
    const here = aBackend({ store }).backend
    const there = aBackend({ store }).backend
    await askOsvi(here)
    await moveSession(there.session(), 'set', '2026-03-01T00:00:00Z')
    expect((await askOsvi(here)).headers.date).toBe('Sun, 01 Mar 2026 00:00:00 GMT')
  })

  it('answers once its store has the entry in hand, and not before', async () => {
    const store = memoryStore()
    const taken = Promise.withResolvers<void>()
    const asked = Promise.withResolvers<void>()
    const { backend } = aBackend({
      store: {
        ...store,
        append: async (sandbox, draft) => {
          asked.resolve()
          await taken.promise
          await store.append(sandbox, draft)
        },
      },
    })
    const seen: string[] = []
    const answered = askOsvi(backend).then(() => seen.push('answered'))
    await asked.promise
    // Whatever else is due by now has its turn.
    await new Promise<void>((resolve) => setImmediate(resolve))
    seen.push('taken')
    taken.resolve()
    await answered
    expect(seen).toEqual(['taken', 'answered'])
  })

  it('stands still at the end of the year 9999, and still answers', async () => {
    const { backend, clock } = aBackend()
    await moveSession(backend.session(), 'set', '9999-12-31T23:59:59.999Z')
    clock.pass(60_000)
    expect(await backend.session().now()).toBe(lastInstant)
    expect((await askOsvi(backend)).status).toBe(200)
  })

  it('begins with the state it is given, and only where the store has none', async () => {
    const store = memoryStore()
    const { world } = await aBackend().backend.session().state()
    const at = parseInstant('2026-05-01T00:00:00Z')
    const place = aBackend().backend.session('ann').place
    const open = (instant: number) =>
      openSession({
        place,
        vendors: [],
        store,
        real: () => 0,
        first: () => ({ world, clock: frozenAt(instant), scenario: 'custom' }),
      })
    expect(await open(at).now()).toBe(at)
    expect(await open(0).now()).toBe(at)
  })

  it('answers an unknown route with the nearest', async () => {
    const { backend } = aBackend()
    const response = await backend.answer('api', {
      method: 'GET',
      path: osviPath('playable').replace('recording', 'recordin'),
      headers: {},
    })
    expect(response.status).toBe(404)
    expect(jsonIn(response)).toMatchObject({
      error: { code: 'no-route', cure: expect.stringContaining('/v1/call/{id}/recording') },
    })
  })
})

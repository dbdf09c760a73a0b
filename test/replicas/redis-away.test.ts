import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, control, journalOf } from './asked.ts'
import { canStandUp, type StoodUp, standUp } from './stood-up.ts'

describe.skipIf(!canStandUp)('replicas whose Redis goes away (skipped without redis-server or nginx)', () => {
  let stood: StoodUp
  beforeAll(async () => {
    stood = await standUp('--at', '2026-01-31T09:00:00Z', '--freeze')
  })
  afterAll(() => stood?.[Symbol.asyncDispose]())

  const timeOf = (response: Response): string =>
    new Date(response.headers.get('date') ?? '').toISOString().slice(11, 19)

  /** Asks one until it answers otherwise than that it cannot. */
  const untilBack = async (base: string): Promise<number> => {
    for (;;) {
      const { status } = await ask(base)
      if (status !== 503) return status
    }
  }

  it('say so to everybody, whatever is asked, and when to come again', async () => {
    const link = ((await (await ask(stood.url)).json()) as { data: { recording_url: string } }).data
      .recording_url
    await control(stood.url, '/clock', { verb: 'advance', value: '5m' })
    await stood.redis.kill()
    const [one, two] = stood.replicas
    const asked = await Promise.all([
      ...[one.url, two.url, stood.url].map((base) => ask(base)),
      fetch(link),
      fetch(`${one.url}/__playhead/clock`),
      fetch(`${two.url}/__playhead/journal`),
      fetch(`${stood.url}/__playhead/clock`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"verb":"advance","value":"1m"}',
      }),
    ])
    for (const response of asked) {
      expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1'])
      expect(await response.json()).toMatchObject({
        error: { code: 'store-unreachable', act: expect.stringContaining(stood.redis.url) },
      })
    }
  })

  it('go on by themselves when it is back, and begin anew together where it has lost everything', async () => {
    await stood.redis.again()
    const [one, two] = stood.replicas
    expect(await Promise.all([one.url, two.url, stood.url].map(untilBack))).toEqual([200, 200, 200])
    for (const base of [one.url, two.url]) expect(timeOf(await ask(base))).toBe('09:00:00')
    await control(one.url, '/clock', { verb: 'advance', value: '7m' })
    for (const base of [two.url, one.url, stood.url]) expect(timeOf(await ask(base))).toBe('09:07:00')
    expect(await journalOf(one.url)).toEqual(await journalOf(two.url))
  })

  it('begin anew together also where somebody has emptied it under their hands', async () => {
    const [one, two] = stood.replicas
    await control(two.url, '/scenario', { name: 'deleted' }, 'PUT')
    expect(await Promise.all([one.url, two.url].map(async (base) => (await ask(base)).status))).toEqual([
      404, 404,
    ])
    await stood.redis.forget()
    expect(await Promise.all([one.url, two.url].map(async (base) => (await ask(base)).status))).toEqual([
      200, 200,
    ])
    for (const base of [one.url, two.url])
      expect((await journalOf(base)).map(({ seq }) => seq)).toEqual([1, 2])
  })

  it('answer alike under load while it is killed and comes back: by what holds, or that it is away', async () => {
    const [one, two] = stood.replicas
    // Whoever still had this in hand afterwards would answer by it.
    await control(one.url, '/scenario', { name: 'deleted' }, 'PUT')
    expect((await ask(two.url)).status).toBe(404)
    const seen: { readonly status: number; readonly epoch: number }[] = []
    let epoch = 0
    let isOver = false
    const load = [one.url, two.url, stood.url, stood.url].map(async (base) => {
      while (!isOver) {
        const sent = epoch
        const { status } = await ask(base)
        // Only what was asked and answered within one epoch is judged by it.
        if (sent === epoch) seen.push({ status, epoch })
      }
    })
    await expect.poll(() => seen.length).toBeGreaterThan(40)
    epoch = 1
    await stood.redis.kill()
    epoch = 2
    await expect.poll(() => seen.filter((one) => one.epoch === 2).length).toBeGreaterThan(40)
    epoch = 3
    await stood.redis.again()
    await Promise.all([one.url, two.url].map(untilBack))
    epoch = 4
    await expect.poll(() => seen.filter((one) => one.epoch === 4).length).toBeGreaterThan(40)
    isOver = true
    await Promise.all(load)
    const statuses = (which: number) => [
      ...new Set(seen.filter((one) => one.epoch === which).map(({ status }) => status)),
    ]
    expect([statuses(0), statuses(2), statuses(4)]).toEqual([[404], [503], [200]])
    expect(
      statuses(1)
        .concat(statuses(3))
        .filter((status) => ![200, 404, 503].includes(status)),
    ).toEqual([])
  })

  it('wait no longer than two seconds for one that is silent', async () => {
    stood.redis.pause()
    const asked = await Promise.all([stood.replicas[0].url, stood.url].map((base) => ask(base)))
    stood.redis.resume()
    for (const response of asked) {
      expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1'])
      expect(JSON.stringify(await response.json())).toContain('no reply within 2 seconds')
    }
    expect(await untilBack(stood.url)).toBe(200)
  })
})

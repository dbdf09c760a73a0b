import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, control, journalOf, marksIn, recordingPath } from './asked.ts'
import { canStandUp, type StoodUp, standUp } from './stood-up.ts'

describe.skipIf(!canStandUp)('two replicas behind nginx (skipped without redis-server or nginx)', () => {
  let stood: StoodUp
  let sandboxes = 0
  /** The same sandbox, as each replica and the balancer know it; a new one each time. */
  const doors = () => {
    const prefix = `/~s${++sandboxes}`
    const [one, two] = stood.replicas
    return { one: `${one.url}${prefix}`, two: `${two.url}${prefix}`, balanced: `${stood.url}${prefix}` }
  }
  beforeAll(async () => {
    stood = await standUp('--at', '2026-01-31T09:00:00Z', '--freeze')
  })
  afterAll(() => stood?.[Symbol.asyncDispose]())

  it('answer by a control call from the moment it returns, whoever took it', async () => {
    const { one, two, balanced } = doors()
    const dates = async () =>
      (await Promise.all([one, two, balanced, balanced].map((base) => ask(base)))).map(({ headers }) =>
        new Date(headers.get('date') ?? '').toISOString().slice(11, 19),
      )
    for (let minute = 1; minute < 30; minute++) {
      // Requests are under way all the time, and whatever they read must not outlive the call.
      const meanwhile = [one, two].map((base) => ask(base))
      await control(minute % 2 === 0 ? one : two, '/clock', { verb: 'advance', value: '1m' })
      expect(await dates()).toEqual(Array(4).fill(`09:${String(minute).padStart(2, '0')}:00`))
      await Promise.all(meanwhile)
    }
    await control(one, '/scenario', { name: 'deleted' }, 'PUT')
    expect(await Promise.all([one, two, balanced].map(async (base) => (await ask(base)).status))).toEqual([
      404, 404, 404,
    ])
    await control(two, '/clock', { verb: 'reset' })
    const [a, b] = await Promise.all([one, two].map((base) => control(base, '/clock')))
    expect([a?.mode, b?.mode]).toEqual(['running', 'running'])
  })

  it('count a disturbance and a rate limit exactly, however they are asked at once', async () => {
    const { one, two, balanced } = doors()
    await control(one, '/disturbances', {
      id: 'd1',
      effect: { kind: 'status', status: 503 },
      on: { vendor: 'osvi' },
      count: 7,
    })
    const struck = await Promise.all(
      Array.from({ length: 90 }, (_, nth) => ask([one, two, balanced][nth % 3] ?? '')),
    )
    expect(struck.filter(({ status }) => status === 503)).toHaveLength(7)
    const quo = await Promise.all(
      Array.from({ length: 60 }, (_, nth) =>
        fetch(`${[one, two, balanced][nth % 3]}/quo/v1/call-recordings/ACplayable`, {
          headers: { authorization: 'playhead-quo' },
        }),
      ),
    )
    expect(quo.filter(({ status }) => status === 200)).toHaveLength(10)
    expect(quo.filter(({ status }) => status === 429)).toHaveLength(50)
  })

  it('write one journal: what was answered before stands before, and each tells the same', async () => {
    const { one, two, balanced } = doors()
    const bases = [one, two, balanced]
    const asked = async (who: number): Promise<void> => {
      for (let nth = 0; nth < 12; nth++)
        await (await ask(bases[(who + nth) % 3] ?? '', `${who}-${nth}`)).arrayBuffer()
    }
    await Promise.all([0, 1, 2, 3, 4, 5].map(asked))
    const [first, second] = [await journalOf(one), await journalOf(two)]
    expect(first).toEqual(second)
    expect(first.map(({ seq }) => seq)).toEqual(Array.from({ length: 72 }, (_, nth) => nth + 1))
    for (const who of [0, 1, 2, 3, 4, 5])
      expect(marksIn(first).filter((mark) => mark.startsWith(`${who}-`))).toEqual(
        Array.from({ length: 12 }, (_, nth) => `${who}-${nth}`),
      )
  })

  it('honour a key that one of them minted, and none once its sandbox is gone', async () => {
    const [one, two] = stood.replicas
    const made = await control(stood.url, '/sandboxes', { name: 'minted' })
    const { headers = {} } = (made.vendors as Record<string, { headers: Record<string, string> }>).osvi ?? {}
    const asked = (base: string) => fetch(`${base}${recordingPath}`, { headers })
    for (const base of [one.url, two.url, stood.url]) expect((await asked(base)).status).toBe(200)
    await control(one.url, '/sandboxes/minted', undefined, 'DELETE')
    for (const base of [two.url, one.url, stood.url]) expect((await asked(base)).status).toBe(401)
    // The sandbox of that name is another one now, to which the key never led.
    await control(two.url, '/sandboxes', { name: 'minted' })
    for (const base of [one.url, two.url, stood.url]) expect((await asked(base)).status).toBe(401)
  })

  it('sign links for where the balancer stands, and play them there', async () => {
    const { one, balanced } = doors()
    const { data } = (await (await ask(one)).json()) as { data: { recording_url: string } }
    expect(new URL(data.recording_url).origin).toBe(stood.storageUrl)
    const played = await fetch(data.recording_url, { headers: { range: 'bytes=0-99' } })
    expect([played.status, (await played.arrayBuffer()).byteLength]).toEqual([206, 100])
    expect(await journalOf(balanced)).toHaveLength(2)
  })

  it('tell one who watches the journal at one of them what happens at the other', async () => {
    const { one, two } = doors()
    const watched = await fetch(`${one}/__playhead/journal`, { headers: { accept: 'text/event-stream' } })
    const reader = watched.body?.pipeThrough(new TextDecoderStream()).getReader()
    await ask(two, 'seen')
    let told = ''
    while (!told.includes('seen')) {
      const { value, done } = (await reader?.read()) ?? { done: true }
      if (done) break
      told += value
    }
    await reader?.cancel()
    expect(told).toContain('"x-mark":"seen"')
  })
})

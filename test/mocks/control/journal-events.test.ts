import { describe, expect, it } from 'vitest'
import { mostWaiting } from '../../../mocks/control/journal-events.ts'
import { aBackend } from '../a-backend.ts'
import { askOsvi } from '../asking.ts'
import { control } from './asking-control.ts'

/** Reads a stream of events one by one. */
const reading = async (path: string, headers = {}) => {
  const { backend } = aBackend()
  await askOsvi(backend)
  await askOsvi(backend, 'missing')
  const reader = new AbortController()
  const response = await control(backend, path, { headers: { accept: 'text/event-stream', ...headers } })
  const events = response.events?.(reader.signal)[Symbol.asyncIterator]()
  if (!events) throw new Error('There are no events')
  const next = async (): Promise<string> => String((await events.next()).value)
  return { backend, reader, response, events, next }
}

const seqIn = (event: string): number =>
  Number(/^id: (\d+)\nevent: exchange\ndata: \{.*\}\n\n$/.exec(event)?.[1])

describe('the journal as events', () => {
  it('tells what is there, then what comes', async () => {
    const { backend, next, response } = await reading('/journal')
    expect(response.headers['content-type']).toBe('text/event-stream')
    expect(await next()).toBe(': playhead\n\n')
    expect([seqIn(await next()), seqIn(await next())]).toEqual([1, 2])
    const third = next()
    await askOsvi(backend)
    await askOsvi(backend)
    expect([seqIn(await third), seqIn(await next())]).toEqual([3, 4])
  })

  it.each([
    ['/journal?after=1', {}],
    ['/journal', { 'last-event-id': '1' }],
  ])('goes on where a reader was: %s %j', async (path, headers) => {
    const { next } = await reading(path, headers)
    await next()
    expect(seqIn(await next())).toBe(2)
  })

  it('tells an entry once that comes while the others are read', async () => {
    const { backend, next } = await reading('/journal')
    await next()
    await askOsvi(backend)
    expect([seqIn(await next()), seqIn(await next()), seqIn(await next())]).toEqual([1, 2, 3])
    const fourth = next()
    await askOsvi(backend)
    expect(seqIn(await fourth)).toBe(4)
  })

  it('ends when the reader leaves, also while it waits', async () => {
    const { next, events, reader } = await reading('/journal?after=2')
    await next()
    const waiting = events.next()
    reader.abort()
    expect(await waiting).toEqual({ done: true, value: undefined })
  })

  it('ends for a reader that is left behind, and holds nothing for it', async () => {
    const { backend, next, events } = await reading('/journal?after=2')
    expect(await next()).toBe(': playhead\n\n')
    const third = next()
    await askOsvi(backend)
    expect(seqIn(await third)).toBe(3)
    // One more than may wait, while nobody reads.
    for (let asked = 0; asked <= mostWaiting; asked++) await askOsvi(backend)
    expect(await events.next()).toEqual({ done: true, value: undefined })
  })

  it('waits for a reader that is slow, and loses nothing', async () => {
    const { backend, next } = await reading('/journal?after=2')
    await next()
    const third = next()
    for (let asked = 0; asked < mostWaiting; asked++) await askOsvi(backend)
    expect(seqIn(await third)).toBe(3)
    for (let seq = 4; seq < mostWaiting + 3; seq++) expect(seqIn(await next())).toBe(seq)
  })
})

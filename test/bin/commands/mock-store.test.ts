import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { type RunningMock, said, startedMock } from '../../support/command-line.ts'
import { hasRedis, startRedis } from '../../support/redis-server.ts'

const folder = mkdtempSync(join(tmpdir(), 'playhead-'))
afterAll(() => rmSync(folder, { recursive: true }))

const headers = { 'api-token': 'playhead-osvi-16' }
const path = '/osvi/v1/call/00000000-0000-4000-8000-000000000001/recording'
const frozen = ['--at', '2026-01-31T09:00:00Z', '--freeze', '--json']

const urlOf = ({ line }: RunningMock): string => JSON.parse(line).url
const linkFrom = async (url: string): Promise<string> => {
  const response = await fetch(`${url}${path}`, { headers })
  return (await response.json()).data.recording_url
}
const advance = (url: string, by: string) => said(['clock', 'advance', by, '--url', url])
const journalOf = async (url: string): Promise<readonly { seq: number; at: number }[]> =>
  (await (await fetch(`${url}/__playhead/journal`)).json()).entries

describe('mock --store', () => {
  test('goes on where it was after it was killed', async () => {
    // A fixed name for storage stands for the same ports after a restart.
    const kept = [
      '--store',
      `sqlite:${join(folder, 'kept.db')}`,
      '--public-storage-url',
      'http://storage.test',
    ]
    const mock = await startedMock([...frozen, ...kept])
    const link = new URL(await linkFrom(urlOf(mock)))
    expect(link.origin).toBe('http://storage.test')
    expect((await advance(urlOf(mock), '14m')).code).toBe(0)
    const before = await journalOf(urlOf(mock))
    await mock.end('SIGKILL')

    await using again = await startedMock([...frozen, ...kept])
    const { storageUrl } = JSON.parse(again.line)
    expect(storageUrl).toBe('http://storage.test')
    expect(await journalOf(urlOf(again))).toEqual(before)
    const clock = await (await fetch(`${urlOf(again)}/__playhead/clock`)).json()
    expect(clock).toMatchObject({ mode: 'frozen', iso: '2026-01-31T09:14:00.000Z' })
  })

  test.for<[string, string]>([
    ['nowhere', 'unknown-store'],
    ['redis://', 'unknown-store'],
    ['sqlite:', 'unknown-store'],
    [`sqlite:${join(folder, 'no', 'such.db')}`, 'bad-store'],
    ['redis://user:secret@127.0.0.1:1', 'store-unreachable'],
  ])('refuses %s', async ([store, code]) => {
    const { code: exit, err } = await said(['mock', '--port', '0', '--store', store])
    expect(exit).toBe(2)
    expect(err).toContain(code)
    expect(err).not.toContain('secret')
  })

  test.for(['http://a.test/b', 'ftp://a.test', 'a.test'])('refuses the public URL %s', async (url) => {
    const { code, err } = await said(['mock', '--port', '0', '--public-url', url])
    expect(code).toBe(2)
    expect(err).toContain('bad-url')
  })
})

describe.skipIf(!hasRedis)('two mocks on one Redis (skipped where there is none)', () => {
  test('are one backend: clock, links, journal', async () => {
    const redis = await startRedis()
    const shared = [...frozen, '--store', redis.url, '--public-storage-url', 'http://storage.test']
    const mocks = [await startedMock(shared), await startedMock(shared)] as const
    const [one, two] = mocks.map(urlOf) as [string, string]
    try {
      const link = new URL(await linkFrom(one))
      expect((await advance(two, '15m')).code).toBe(0)
      expect(await (await fetch(`${one}/__playhead/clock`)).json()).toEqual(
        await (await fetch(`${two}/__playhead/clock`)).json(),
      )
      const fresh = new URL(await linkFrom(two))
      expect(fresh.searchParams.get('X-Amz-Date')).not.toBe(link.searchParams.get('X-Amz-Date'))
      const [first, second] = [await journalOf(one), await journalOf(two)]
      expect(first).toEqual(second)
      expect(first.map(({ seq }) => seq)).toEqual([1, 2])

      await redis.kill()
      const away = await fetch(`${one}${path}`, { headers })
      expect([away.status, away.headers.get('retry-after')]).toEqual([503, '1'])
      expect(await away.json()).toMatchObject({ error: { code: 'store-unreachable' } })
      await redis.again()
      await expect.poll(async () => (await fetch(`${one}${path}`, { headers })).status).toBe(200)
    } finally {
      for (const mock of mocks) await mock.end()
      await redis.close()
    }
  })
})

import { describe, expect, test } from 'vitest'
import type { Bench } from '../../../contracts/client.ts'
import { runCase } from '../../../contracts/run/run-case.ts'
import { clientThat } from '../support/clients.ts'
import { look, only, smallCase, trouble, vendorOf } from '../support/small-case.ts'

const envoy = vendorOf('envoy')
const feather = vendorOf('feather')

/** Runs something with the fetch of a bench, and hands back what it found. */
const withFetch = async <T>(
  act: (bench: Bench, path: string) => Promise<T>,
  { vendor = envoy, steps = [look()] } = {},
): Promise<{ readonly found: T | undefined; readonly history: Awaited<ReturnType<typeof runCase>> }> => {
  let found: T | undefined
  const client = clientThat(async (bench, ref) => {
    const path = vendor.operations[0]?.path.replace(/\{[^}]+\}/, ref) ?? ''
    found = await act(bench, `${bench.baseUrl}${path}`)
    return { kind: 'unknown' }
  })
  const history = await runCase(smallCase(steps, { vendor: vendor.id }), vendor, client)
  return { found, history }
}

describe('fetch without a wire', () => {
  test('answers with a real Response that knows its URL', async () => {
    const { found } = await withFetch(async (bench, url) => {
      const response = await bench.fetch(url, { headers: bench.credentials })
      return { response, same: response.url === url, body: await response.json() }
    })
    expect(found?.response).toBeInstanceOf(Response)
    expect(found).toMatchObject({ same: true, response: { status: 200, redirected: false } })
    expect(found?.body.recording_status).toBe('AVAILABLE')
  })

  test('takes a Request as well as a URL', async () => {
    const { found } = await withFetch(async (bench, url) => [
      (await bench.fetch(new Request(url, { headers: bench.credentials }))).status,
      (await bench.fetch(new URL(url), { headers: new Headers(bench.credentials) })).status,
    ])
    expect(found).toEqual([200, 200])
  })

  test('loses Authorization on the way to another origin, and no other header', async () => {
    const elsewhere = trouble({ kind: 'redirect', to: 'other-origin' })
    const steps = [elsewhere, look()]
    const ask = (bench: Bench, url: string) =>
      bench.fetch(url, { headers: { ...bench.credentials, 'x-custom': '1' } })
    const bearer = await withFetch(ask, { steps })
    expect(only(bearer.history, 'sent')[1]?.headers).toEqual({ 'x-custom': '1' })
    const custom = await withFetch(ask, { steps, vendor: feather })
    expect(only(custom.history, 'sent')[1]).toMatchObject({
      role: 'storage',
      headers: { 'x-api-key': '{key:default}', 'x-custom': '1' },
    })
  })

  test('follows twenty redirects and no more', async () => {
    const steps = [trouble({ kind: 'redirect', to: 'same-origin' }), look()]
    const { found, history } = await withFetch(
      (bench, url) => bench.fetch(url, { headers: bench.credentials }).catch((error: unknown) => error),
      { steps },
    )
    expect(found).toBeInstanceOf(TypeError)
    expect(only(history, 'sent')).toHaveLength(21)
  })

  test.each([
    ['manual', 302],
    ['error', 'TypeError'],
  ] as const)('with redirect: %s it gives %s', async (redirect, wanted) => {
    const steps = [trouble({ kind: 'redirect', to: 'same-origin' }), look()]
    const { found } = await withFetch(
      (bench, url) =>
        bench.fetch(url, { headers: bench.credentials, redirect }).then(
          ({ status }) => status,
          ({ name }: Error) => name,
        ),
      { steps },
    )
    expect(found).toBe(wanted)
  })

  test('refuses what fetch refuses', async () => {
    const { found, history } = await withFetch((bench) =>
      Promise.all(
        ['/relative', 'ftp://a.test/', 'https://user:key@a.test/'].map((url) =>
          bench.fetch(url).catch(({ name }: Error) => name),
        ),
      ),
    )
    expect(found).toEqual(['TypeError', 'TypeError', 'TypeError'])
    expect(only(history, 'sent')).toEqual([])
  })

  test('shows a request to a third origin, which leads nowhere', async () => {
    const { found, history } = await withFetch((bench) =>
      bench.fetch('https://elsewhere.test/a?b=c').catch(({ message }: Error) => message),
    )
    expect(found).toBe('fetch failed')
    expect(only(history, 'sent')[0]).toMatchObject({
      role: 'elsewhere',
      path: 'https://elsewhere.test/a?b=c',
    })
  })

  test('hands on what came before a body broke off, then the break', async () => {
    const { found } = await withFetch(
      async (bench, url) => {
        const response = await bench.fetch(url, { headers: bench.credentials })
        const reader = response.body?.getReader()
        const first = await reader?.read()
        const then = await reader?.read().catch(({ message }: Error) => message)
        return { bytes: first?.value?.length ?? 0, then }
      },
      { steps: [trouble({ kind: 'truncate' }), look()] },
    )
    expect(found?.bytes).toBeGreaterThan(10)
    expect(found?.then).toBe('terminated')
  })

  test('lets a client stop reading: the rest is never sent', async () => {
    const { history } = await withFetch(
      async (bench, url) => {
        const response = await bench.fetch(url, { headers: bench.credentials })
        await response.body?.cancel()
      },
      { steps: [trouble({ kind: 'trickle', bytesPerSecond: 10 }), look()] },
    )
    expect(only(history, 'settled').map(({ how }) => how)).toEqual(['aborted'])
  })

  test('rejects with the reason of its signal, in mid-body too', async () => {
    const { found } = await withFetch(
      async (bench, url) => {
        const stop = new AbortController()
        const response = await bench.fetch(url, { headers: bench.credentials, signal: stop.signal })
        const text = response.text().catch((reason: unknown) => reason)
        await bench.sleep(1000)
        stop.abort('enough')
        return text
      },
      { steps: [trouble({ kind: 'trickle', bytesPerSecond: 10 }), look()] },
    )
    expect(found).toBe('enough')
  })
})

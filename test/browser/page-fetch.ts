import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'

interface Fetched {
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
  readonly base64: string
  /** Whether the body broke off. */
  readonly broken: boolean
}

const failure = (name: string): Error =>
  name === 'AbortError' ? new DOMException('The page gave up', name) : new TypeError('fetch failed')

const bodyOf = ({ base64, broken }: Fetched): BodyInit | null => {
  if (broken)
    return new ReadableStream({ pull: (controller) => controller.error(new TypeError('terminated')) })
  return base64 === '' ? null : Buffer.from(base64, 'base64')
}

/** A page's own fetch, handed to a test: what the page is answered is told with every byte. */
export const pageFetch =
  (page: Page): ((url: string, init?: RequestInit) => Promise<Response>) =>
  async (url, { signal, ...init } = {}) => {
    const giveUp = randomUUID()
    signal?.addEventListener('abort', () => {
      void page.evaluate((name) => dispatchEvent(new Event(name)), giveUp)
    })
    const fetched = await page.evaluate(
      async ([at, how, name]): Promise<Fetched | string> => {
        const control = new AbortController()
        addEventListener(name, () => control.abort(), { once: true })
        try {
          const response = await fetch(at, { ...how, signal: control.signal })
          const { status } = response
          const headers = [...response.headers]
          const buffer = await response.arrayBuffer().catch(() => undefined)
          const bytes = new Uint8Array(buffer ?? new ArrayBuffer(0))
          const base64 = (bytes as Uint8Array & { toBase64(): string }).toBase64()
          return { status, headers, base64, broken: buffer === undefined }
        } catch (error) {
          return (error as Error).name
        }
      },
      [url, init as object, giveUp] as const,
    )
    if (typeof fetched === 'string') throw failure(fetched)
    return new Response(bodyOf(fetched), {
      status: fetched.status,
      headers: fetched.headers.map(([name, value]): [string, string] => [name, value]),
    })
  }

import type { Page } from 'playwright-core'

/** What a page's player came to, and what storage was asked meanwhile. */
export interface Played {
  readonly durationSeconds: number
  /** Where it stood after it had been sent to second 80. */
  readonly at: number
  readonly storage: readonly {
    readonly range: string | undefined
    readonly status: number
    readonly from: string | undefined
  }[]
}

/** Asks for OSVI's playable recording behind `/api`, plays it in an `<audio>` and seeks. @param crossOrigin as the tag has it */
export const playAndSeek = (page: Page, crossOrigin: 'anonymous' | null): Promise<Played> =>
  page.evaluate(async (cors) => {
    const json = async (path: string, init?: RequestInit) => (await fetch(path, init)).json()
    // As over a slow line: what lies at second 80 has not come by itself when it is asked for.
    await json('/__playhead/disturbances', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ effect: { kind: 'trickle', bytesPerSecond: 400_000 }, on: { role: 'storage' } }),
    })
    await json('/__playhead/journal', { method: 'DELETE' })
    const { data } = await json('/api/v1/call/00000000-0000-4000-8000-000000000001/recording')
    const audio = document.createElement('audio')
    audio.crossOrigin = cors
    const told = (event: string): Promise<void> =>
      new Promise((resolve, reject) => {
        audio.addEventListener(event, () => resolve(), { once: true })
        audio.addEventListener('error', () => reject(new Error(audio.error?.message)), { once: true })
      })
    const ready = told('canplay')
    audio.src = data.recording_url
    await ready
    const playing = told('playing')
    await audio.play()
    await playing
    const seeked = told('seeked')
    audio.currentTime = 80
    await seeked
    const [durationSeconds, at] = [audio.duration, audio.currentTime]
    audio.pause()
    const { entries } = await json('/__playhead/journal')
    type Entry = Awaited<ReturnType<import('../../mocks/session.ts').Session['journal']>>[number]
    const storage = (entries as Entry[])
      .filter(({ origin }) => origin === 'storage')
      .map(({ request, response }) => ({
        range: request.headers.range,
        status: response.status,
        from: /\d+/.exec(response.headers['content-range'] ?? '')?.[0],
      }))
    return { durationSeconds, at, storage }
  }, crossOrigin)

/** Asks the control API of the page's own origin. */
export const control = <T = Record<string, unknown>>(
  page: Page,
  path: string,
  body?: object,
  method = body ? 'POST' : 'GET',
): Promise<T> =>
  page.evaluate(
    async ([at, sent, verb]) => {
      const headers = { 'content-type': 'application/json' }
      const init = sent === null ? { method: verb } : { method: verb, headers, body: sent }
      return (await fetch(`/__playhead/${at}`, init)).json()
    },
    [path, body ? JSON.stringify(body) : null, method] as const,
  )

import { PlayheadError } from '../world/error.ts'
import type { Line } from './line.ts'
import { toldOrRefused } from './refusal-of.ts'

/** Reaches a session over HTTP, by the page's own address; the journal comes as server-sent events. */
export const httpLine: Line = {
  async ask(method, path, json) {
    const body =
      json === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(json) }
    let response: Response
    try {
      response = await fetch(path, { method, cache: 'no-store', ...body })
    } catch (cause) {
      throw new PlayheadError({
        code: 'deck-cut-off',
        act: `Cannot ${method} ${path}: nobody answers`,
        cure: 'See whether the mock still runs; this page goes on by itself when it does.',
        cause,
      })
    }
    return toldOrRefused(response.status, await response.text(), `${method} ${path}`)
  },
  listen(after, heard, connected) {
    const events = new EventSource(`journal?after=${after}`)
    events.addEventListener('open', () => connected(true))
    // A browser connects again by itself, and says after which entry.
    events.addEventListener('error', () => connected(false))
    events.addEventListener('exchange', ({ data }: MessageEvent<string>) => heard(JSON.parse(data)))
    return () => events.close()
  },
  fetch: (input, init) => fetch(input, init),
}

import { answerControl } from '../control/answer.ts'
import type { Line } from '../deck/line.ts'
import { toldOrRefused } from '../deck/refusal-of.ts'
import type { Backend } from '../sandboxes.ts'
import type { WireRequest } from '../world/exchange.ts'
import { fetchResponseOf, wireRequestOf } from './fetch.ts'

/** Reaches a session that lives in this page, by the same control API and without the network. */
export const pageLine = (backend: Backend, sandbox = 'default'): Line => {
  const asked = (method: string, path: string, headers = {}): WireRequest => ({
    method,
    path: `/~${sandbox}/__playhead/${path}`,
    headers: { host: 'localhost', ...headers },
  })
  return {
    async ask(method, path, json) {
      const request = asked(method, path, json === undefined ? {} : { 'content-type': 'application/json' })
      const body = json === undefined ? {} : { body: JSON.stringify(json) }
      const { status, body: text = '' } = await answerControl(backend, { ...request, ...body })
      return toldOrRefused(status, text, `${method} ${path}`)
    },
    listen(after, heard, connected) {
      const left = new AbortController()
      void (async () => {
        const { events } = await answerControl(
          backend,
          asked('GET', `journal?after=${after}`, { accept: 'text/event-stream' }),
        )
        connected(true)
        for await (const event of events?.(left.signal) ?? []) {
          const [, data] = /^data: (.*)$/m.exec(event) ?? []
          if (data !== undefined) heard(JSON.parse(data))
        }
      })()
      return () => left.abort()
    },
    async fetch(input, init) {
      const request = new Request(input, init)
      const role = request.url.startsWith(backend.origins.storage) ? 'storage' : 'api'
      const response = await fetchResponseOf(await backend.answer(role, wireRequestOf(request)), request)
      // What a real fetch says where no response came of it.
      if (response.type === 'error') {
        request.signal.throwIfAborted()
        throw new TypeError('fetch failed')
      }
      return response
    },
  }
}

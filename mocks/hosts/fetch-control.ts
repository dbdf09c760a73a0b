import { answerControl, bodyTooLarge, mostControlBytes } from '../control/answer.ts'
import type { ControlResponse } from '../control/define.ts'
import type { Backend } from '../sandboxes.ts'
import { wireRequestOf } from './fetch.ts'

const encoder = new TextEncoder()

const streamOf = (events: NonNullable<ControlResponse['events']>): ReadableStream<Uint8Array> => {
  const left = new AbortController()
  const texts = events(left.signal)[Symbol.asyncIterator]()
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await texts.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    cancel: () => left.abort(),
  })
}

/**
 * Answers a request to the control API that a page makes of itself: where its own service worker answers, nobody else
 * can ask.
 */
export const answerControlFetch = async (backend: Backend, request: Request): Promise<Response> => {
  const wire = wireRequestOf(request)
  const {
    status,
    headers,
    body: text,
    events,
  } = await answerControl(
    backend,
    { ...wire, headers: { ...wire.headers, host: 'localhost' } },
    {
      read: async () => {
        const body = await request.text()
        if (body.length > mostControlBytes) throw bodyTooLarge
        return body
      },
    },
  )
  return new Response(events ? streamOf(events) : (text ?? null), { status, headers })
}

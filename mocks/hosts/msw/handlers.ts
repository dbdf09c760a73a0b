import { type HttpHandler, http, passthrough } from 'msw'
import type { Backend } from '../../sandboxes.ts'
import { answerIntercepted, interceptedOrigins } from '../fetch.ts'

/**
 * Handlers for MSW, in node or in a browser's service worker: the vendors' and storage's real origins are answered, all
 * others are none of theirs.
 * @example setupServer(...handlers(createBackend({ origins: realOrigins }))).listen()
 */
export const handlers = (backend: Backend): readonly HttpHandler[] =>
  interceptedOrigins(backend).map((origin) =>
    http.all(
      `${origin}/*`,
      async ({ request }) => (await answerIntercepted(backend, request)) ?? passthrough(),
    ),
  )

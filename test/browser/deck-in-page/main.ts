import { mountDeck } from '../../../mocks/hosts/deck.ts'
import { answerIntercepted, realOrigins } from '../../../mocks/hosts/fetch.ts'
import { createBackend } from '../../../mocks/sandboxes.ts'

const at = Date.parse('2026-01-31T09:00:00Z')
const backend = createBackend({ origins: realOrigins, start: { at, freeze: true } })
const aside = document.body.appendChild(document.createElement('aside'))

/** What the test takes hold of: an app's own request, and the deck's end. */
Object.assign(globalThis, {
  askAsTheApp: async (url: string, headers: Record<string, string>) =>
    (await answerIntercepted(backend, new Request(url, { headers })))?.status,
  endDeck: mountDeck(aside, backend),
})

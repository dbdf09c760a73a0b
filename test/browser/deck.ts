import type { Page } from 'playwright-core'
import { type PlayheadServer, type ServerOptions, startServer } from '../../mocks/hosts/node.ts'
import { fixedIds, type Ref } from '../../mocks/scenarios/refs.ts'

/** When the clock of these servers stands still. */
export const nine = Date.parse('2026-01-31T09:00:00Z')

/** A mock whose clock stands, with what a user of its deck does. */
export interface DeckServer extends PlayheadServer, AsyncDisposable {
  /** Opens the deck, and waits until it shows the session. */
  open(page: Page, sandbox?: string): Promise<void>
  /** Asks OSVI for a call, as an app would. @returns the status */
  askOsvi(ref: Ref, key?: string): Promise<number>
  move(verb: string, value?: string): Promise<void>
}

/** Starts a mock on free ports, its clock standing at nine. */
export const deckServer = async (options: ServerOptions = {}): Promise<DeckServer> => {
  const server = await startServer({ port: 0, start: { at: nine, freeze: true, seed: 7 }, ...options })
  return {
    ...server,
    open: async (page, sandbox = '') => {
      await page.goto(`${server.url}${sandbox}/__playhead/`)
      await page.getByRole('slider').waitFor()
      await page.getByRole('button', { name: /^playable/ }).waitFor()
    },
    askOsvi: async (ref, key = 'playhead-osvi-16') => {
      const headers = { 'api-token': key }
      return (await fetch(`${server.url}/osvi/v1/call/${fixedIds(ref).osvi}/recording`, { headers })).status
    },
    move: async (verb, value) => {
      const headers = { 'content-type': 'application/json' }
      const body = JSON.stringify({ verb, value })
      await fetch(`${server.url}/__playhead/clock`, { method: 'POST', headers, body })
    },
    [Symbol.asyncDispose]: () => server.close(),
  }
}

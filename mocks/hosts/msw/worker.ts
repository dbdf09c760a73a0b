import { type HttpHandler, http } from 'msw'
import { type Ready, readyOf } from '../../control/ready.ts'
import { type Backend, createBackend } from '../../sandboxes.ts'
import type { Session } from '../../session.ts'
import type { Store } from '../../stores/define.ts'
import type { Vendor } from '../../vendors/define.ts'
import { type BackendPaths, detourAt } from '../detour.ts'
import { fetchResponseOf, realOrigins, wireRequestOf } from '../fetch.ts'
import { readStart, type WrittenStart } from '../written-start.ts'
import { handlers } from './handlers.ts'

/** How a page begins to answer for itself. */
export interface WorkerOptions extends WrittenStart {
  /** Paths of the page's own origin that stand for your own backend, and the vendor behind each: `{ '/api': 'osvi' }`. */
  readonly backend?: BackendPaths | undefined
  /** Where MSW's worker script is served. @default '/mockServiceWorker.js' */
  readonly script?: string | undefined
  /** Whether world and clock survive a reload. @default true */
  readonly keep?: boolean | undefined
  /** @default every vendor Playhead speaks */
  readonly vendors?: readonly Vendor[] | undefined
}

/** A page that answers for itself. */
export interface PlayheadWorker {
  /** How to reach each vendor. */
  readonly ready: Ready
  readonly backend: Backend
  readonly session: Session
  stop(): Promise<void>
}

/** Loaded where it is wanted: a page that only takes handlers has no use for it. */
const keptStore = async (begun: string): Promise<Store> =>
  (await import('./page-store.ts')).pageStore(sessionStorage, begun)

/** What the page's own origin answers: the control API, and what stands for its backend. */
const ownHandler = async (backend: Backend, paths: BackendPaths): Promise<HttpHandler> => {
  const [{ isControl }, { answerControlFetch }] = await Promise.all([
    import('../../control/answer.ts'),
    import('../fetch-control.ts'),
  ])
  return http.all(`${location.origin}/*`, async ({ request }) => {
    const wire = wireRequestOf(request)
    if (isControl(wire.path)) return answerControlFetch(backend, request)
    const detour = detourAt(backend, paths, wire.path)
    if (!detour) return undefined
    const answer = await backend.answer('api', await detour.to(wire))
    return fetchResponseOf(detour.back(answer), request)
  })
}

/**
 * Lets a page answer for itself, through MSW's service worker: the vendors and storage at their real origins, the control
 * API and the paths of `backend` at the page's own. Call it before the first request. World and clock are kept in
 * `sessionStorage`, so a reload goes on where the tab was.
 * @throws PlayheadError `unknown-scenario`, `unknown-vendor`, `bad-instant`, `bad-world`
 * @example if (import.meta.env.DEV) await startWorker({ scenario: 'expired' })
 */
export const startWorker = async (options: WorkerOptions = {}): Promise<PlayheadWorker> => {
  const { backend: paths = {}, script = '/mockServiceWorker.js', keep = true, vendors, ...written } = options
  const { setupWorker } = await import('msw/browser')
  const backend = createBackend({
    origins: realOrigins,
    start: await readStart(written, Date.now()),
    ...(vendors ? { vendors } : {}),
    ...(keep ? { store: await keptStore(JSON.stringify(written)) } : {}),
  })
  const session = backend.session()
  const ready = await readyOf(session)
  for (const path of Object.keys(paths)) detourAt(backend, paths, path)
  const worker = setupWorker(await ownHandler(backend, paths), ...handlers(backend))
  await worker.start({ serviceWorker: { url: script }, onUnhandledFrame: 'bypass', quiet: true })
  return {
    ready,
    backend,
    session,
    stop: async () => {
      await worker.stop()
    },
  }
}

import { http } from 'msw'
import { setupServer } from 'msw/node'
import type { Transport } from '../define.ts'
import { type Intercept, openIntercepted } from './intercepted/open-intercepted.ts'
import { cannotShowBroken } from './intercepted/unshowable.ts'

const intercept: Intercept = (answer) => {
  const server = setupServer(
    http.all('*', async ({ request }) => (await answer(request)) ?? Response.error()),
  )
  server.listen({ onUnhandledFrame: 'error' })
  return () => server.close()
}

/**
 * The transport of an unmodified client, through MSW: it asks the vendor's real hosts by whatever stack it has, and the
 * simulator answers. Of faults it shows what MSW shows truthfully: its network error carries no code.
 */
export const msw: Transport = {
  name: 'msw',
  cannotShow: (effect) =>
    effect.kind === 'reset' && effect.at === 'before-headers'
      ? 'its network error carries no code such as ECONNRESET'
      : cannotShowBroken(effect),
  open: async (port) => openIntercepted(port, intercept),
}

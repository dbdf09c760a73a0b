import nock from 'nock'
import type { Transport } from '../define.ts'
import { type Intercept, openIntercepted } from './intercepted/open-intercepted.ts'
import { cannotShowBroken } from './intercepted/unshowable.ts'

// Importing nock has it intercept the whole process at once.
nock.restore()

const methods = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE']

const hangUp = (): Error => Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })

const intercept: Intercept = (answer) => {
  const replied = async (request: Request) => {
    const response = await answer(request)
    if (!response) throw hangUp()
    const body = Buffer.from(await response.arrayBuffer())
    return [response.status, body, Object.fromEntries(response.headers)]
  }
  const scope = nock(/.*/).persist()
  for (const method of methods) scope.intercept(/.*/, method).reply((request: Request) => replied(request))
  nock.disableNetConnect()
  nock.activate()
  return () => {
    nock.cleanAll()
    nock.restore()
    nock.enableNetConnect()
  }
}

/**
 * The transport of an unmodified client, through nock: it asks the vendor's real hosts by whatever stack it has, and the
 * simulator answers. Of faults it shows what nock shows truthfully.
 */
export const nockTransport: Transport = {
  name: 'nock',
  cannotShow: cannotShowBroken,
  open: async (port) => openIntercepted(port, intercept),
}

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PlayheadServer, startServer } from '../../mocks/hosts/node.ts'
import { fixedIds, type Ref, refs } from '../../mocks/scenarios/refs.ts'
import { keyHeaders, pathFor } from '../../mocks/vendors/ask.ts'
import type { Operation } from '../../mocks/vendors/define.ts'
import { vendors } from '../../mocks/vendors/index.ts'
import { type PrismProxy, startPrismProxy } from '../support/prism-proxy.ts'

describe.each(vendors)('$name behind `prism proxy --errors`', (vendor) => {
  let server: PlayheadServer
  let prism: PrismProxy
  beforeAll(async () => {
    server = await startServer({ port: 0 })
    // Real requests in real time would use up Quo's quota, or not, as the machine is slow or fast.
    await server.backend.session().change(({ world }) => ({ world: { ...world, quotas: false } }))
    prism = await startPrismProxy(vendor.id, `${server.url}/${vendor.id}`)
  })
  afterAll(async () => {
    await prism.stop()
    await server.close()
  })

  /** What a reference client would send: by our own way, and by Prism's, whose document knows no prefix. */
  const ask = async (operation: Operation, ref: Ref) => {
    const path = pathFor(vendor, operation, fixedIds(ref)[vendor.id] ?? '')
    const headers = keyHeaders(vendor)
    const direct = await fetch(`${server.url}${path}`, { headers })
    const through = await fetch(`${prism.url}${path.slice(vendor.id.length + 1)}`, { headers })
    return { direct, through }
  }

  const asked = vendor.operations.flatMap((operation) =>
    refs.map((ref) => [operation.id, ref, operation] as const),
  )

  test.each(asked)('%s of %s passes as it is', async (_, ref, operation) => {
    const { direct, through } = await ask(operation, ref)
    expect(through.headers.get('sl-violations')).toBeNull()
    expect(through.status).toBe(direct.status)
    if (ref === 'playable') expect(direct.status).toBe(200)
    const [ours, theirs] = [await direct.json(), await through.json()]
    expect(Object.keys(theirs)).toEqual(Object.keys(ours))
  })

  test.each(vendor.operations)(
    'an answer of $id that its document does not have is stopped',
    async (operation) => {
      const effect = { kind: 'body', as: 'other-json', status: 200 } as const
      await server.backend.session().change(({ world }) => ({
        world: { ...world, disturbances: [{ id: 'd1', on: { role: 'api' }, skip: 0, effect }] },
      }))
      const { through } = await ask(operation, 'playable')
      expect(through.status).toBe(500)
      expect(await through.text()).toContain('VIOLATIONS')
    },
  )
})

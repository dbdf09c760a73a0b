import { expect, test } from 'vitest'
import { defaultWorld } from '../../../mocks/scenarios/default.ts'
import { noRoute } from '../../../mocks/simulator/no-route.ts'
import { vendors } from '../../../mocks/vendors/index.ts'
import { textOf } from '../../support/asking.ts'

test('a path that means nothing is told the nearest that does, and that no vendor said so', () => {
  const request = { method: 'GET', path: '/osvi/v1/calls/u-1/recordings', headers: {} }
  const { status, headers, ...rest } = noRoute(
    { vendors, world: defaultWorld(1_769_850_000_000), now: 1_769_850_000_000 },
    request,
  ).response
  expect(status).toBe(404)
  expect(headers['x-playhead-error']).toBe('no-route')
  expect(JSON.parse(textOf({ status, headers, ...rest }))).toEqual({
    error: {
      code: 'no-route',
      act: 'Cannot GET "/osvi/v1/calls/u-1/recordings": no vendor has this route',
      cure: 'The nearest is GET /osvi/v1/call/{id}/recording.',
      docs: 'docs/errors.md#no-route',
    },
  })
})

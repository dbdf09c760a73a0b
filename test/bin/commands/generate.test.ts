import { expect, test } from 'vitest'
import { vendors } from '../../../mocks/vendors/index.ts'
import { said } from '../../support/command-line.ts'

test('generate --check finds nothing stale', async () => {
  const { code, out, err } = await said(['generate', '--check', '--json'])
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(JSON.parse(out)).toEqual({
    stale: [],
    current: expect.arrayContaining(vendors.flatMap(({ id }) => [`${id}/schemas.ts`, `${id}/types.ts`])),
  })
})

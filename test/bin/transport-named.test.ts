import { describe, expect, test } from 'vitest'
import { transportNamed } from '../../bin/transport-named.ts'

describe('a transport', () => {
  test.each([
    [undefined, 'direct'],
    ['direct', 'direct'],
    ['loopback', 'loopback'],
    ['nock', 'nock'],
    ['msw', 'msw'],
  ])('named %s is %s', async (name, given) => {
    expect((await transportNamed(name)).name).toBe(given)
  })

  test.each(['loop', '', 'constructor'])('named %j is refused, and the nearest is told', async (name) => {
    await expect(transportNamed(name)).rejects.toThrow(expect.objectContaining({ code: 'unknown-transport' }))
  })
})

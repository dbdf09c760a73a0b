import { describe, expect, test } from 'vitest'
import { transportNamed } from '../../bin/transport-named.ts'

describe('a transport', () => {
  test.each([
    [undefined, 'direct'],
    ['direct', 'direct'],
    ['loopback', 'loopback'],
  ])('named %s is %s', (name, given) => {
    expect(transportNamed(name).name).toBe(given)
  })

  test.each(['loop', '', 'constructor'])('named %j is refused, and the nearest is told', (name) => {
    expect(() => transportNamed(name)).toThrow(expect.objectContaining({ code: 'unknown-transport' }))
  })
})

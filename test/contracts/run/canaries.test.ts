import { describe, expect, test } from 'vitest'
import { plainAccounts } from '../../../contracts/arbitraries/worlds.ts'
import { withCanaries } from '../../../contracts/run/canaries.ts'
import { vendors } from '../../../mocks/vendors/index.ts'
import { smallCase, vendorOf } from '../support/small-case.ts'

const { world } = smallCase([])
const canariesFor = (vendor: string, seed = 1) =>
  withCanaries({ world, usage: { accepted: {}, arrivals: {} }, seed }, vendorOf(vendor), [
    'default',
    'stranger',
  ])

describe('canaries', () => {
  test.each(vendors.flatMap(({ id, credential }) => (credential ? [[id, credential] as const] : [])))(
    'stand for the keys of %s in its own form and length',
    (id, { header, scheme, defaultKey }) => {
      const { credentialsOf } = canariesFor(id)
      const value = credentialsOf('default')[header] ?? ''
      const key = scheme === undefined ? value : value.slice(scheme.length + 1)
      expect(key).toHaveLength(defaultKey.length)
      expect(key).not.toBe(defaultKey)
    },
  )

  test('differ from account to account and from seed to seed, and repeat for one seed', () => {
    const of = (seed: number) => canariesFor('osvi', seed).keys.map(({ value }) => value)
    expect(new Set([...of(1), ...of(2)]).size).toBe(6)
    expect(of(1)).toEqual(of(1))
  })

  test('take the place of the keys in the world, for the vendor under test alone', () => {
    const { world: changed, credentialsOf } = canariesFor('osvi')
    const keys = changed.accounts[0]?.keys ?? []
    expect(keys.find(({ vendor }) => vendor === 'osvi')?.value).toBe(credentialsOf('default')['api-token'])
    const others = (list: typeof keys) => list.filter(({ vendor }) => vendor !== 'osvi')
    expect(others(keys)).toEqual(others(plainAccounts()[0]?.keys ?? []))
  })

  test('keep what was counted for a key', () => {
    const given = { world, usage: { accepted: { 'quo playhead-quo': [5] }, arrivals: {} }, seed: 1 }
    const { usage, credentialsOf } = withCanaries(given, vendorOf('quo'), ['default'])
    expect(usage.accepted).toEqual({ [`quo ${credentialsOf('default').authorization}`]: [5] })
  })

  test('are none where a vendor asks for none', () => {
    const { keys, credentialsOf } = canariesFor('voqo')
    expect(keys).toEqual([])
    expect(credentialsOf('default')).toEqual({})
  })
})

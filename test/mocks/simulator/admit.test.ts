import { describe, expect, test } from 'vitest'
import { admit } from '../../../mocks/simulator/admit.ts'
import { keyHeaders } from '../../../mocks/vendors/ask.ts'
import { vendors } from '../../../mocks/vendors/index.ts'
import { parseWorld } from '../../../mocks/world/world.ts'
import { keyedVendors } from '../../support/asking.ts'

const states = {
  initially: 'valid',
  changes: [
    { at: 10, to: 'expired' },
    { at: 20, to: 'revoked' },
    { at: 30, to: 'forbidden' },
  ],
}
const world = parseWorld({
  accounts: [
    {
      id: 'mine',
      keys: keyedVendors.map(([vendor]) => ({ vendor, value: `${vendor}-key-1`, state: states })),
    },
  ],
  calls: [],
})

const asked = (headers: Readonly<Record<string, string>>) => ({ method: 'GET', path: '/', headers })

describe.each(keyedVendors)('%s lets in', (id, vendor) => {
  const admission = (headers: Readonly<Record<string, string>>, now = 0) =>
    admit(world, vendor, asked(headers), now)
  const good = keyHeaders(vendor, `${id}-key-1`)

  test('whoever carries a valid key, and knows whose it is', () => {
    expect(admission(good)).toMatchObject({ account: { id: 'mine' }, key: `${id}-key-1` })
  })

  test.each([
    [9, undefined],
    [10, { kind: 'unauthorized', why: 'expired' }],
    [20, { kind: 'unauthorized', why: 'revoked' }],
    [30, { kind: 'forbidden' }],
  ])('until the key lapses: at %i', (now, refusal) => {
    expect(admission(good, now)).toEqual(
      refusal ? { refusal } : expect.objectContaining({ key: `${id}-key-1` }),
    )
  })

  test('nobody without a key', () => {
    const missing = { refusal: { kind: 'unauthorized', why: 'missing' } }
    expect(admission({})).toEqual(missing)
    expect(admission({ [vendor.credential?.header ?? '']: '' })).toEqual(missing)
  })

  test('nobody with another key, or with another vendor’s', () => {
    const wrong = { refusal: { kind: 'unauthorized', why: 'wrong' } }
    const others = keyedVendors.filter(([other]) => other !== id).map(([other]) => `${other}-key-1`)
    for (const key of ['', 'nobody', `${id}-key-1 `, `${id}-key-`, 'constructor', ...others].filter(Boolean))
      if (key.trim() !== `${id}-key-1`) expect(admission(keyHeaders(vendor, key)), key).toEqual(wrong)
  })
})

test.each([
  ['quo', 'Bearer quo-key-1', false],
  ['envoy', 'envoy-key-1', false],
  ['envoy', 'Basic envoy-key-1', false],
  ['envoy', 'bearer envoy-key-1', true],
  ['envoy', 'Bearer   envoy-key-1', true],
])('%s given %j: %s', (id, value, wanted) => {
  const vendor = vendors.find((one) => one.id === id)
  if (!vendor) throw new Error(`There is ${id}`)
  expect('account' in admit(world, vendor, asked({ authorization: value }), 0)).toBe(wanted)
})

describe('Envoy, where an organisation is named,', () => {
  const envoy = vendors.find(({ id }) => id === 'envoy')
  if (!envoy) throw new Error('There is Envoy')
  const keys = [{ vendor: 'envoy', value: 'envoy-key-1' }]
  const allowed = (organizations: readonly string[] | undefined, named: string | undefined) => {
    const account = { id: 'mine', keys, ...(organizations ? { organizations } : {}) }
    const headers = {
      ...keyHeaders(envoy, 'envoy-key-1'),
      ...(named === undefined ? {} : { 'x-organization-id': named }),
    }
    return admit(parseWorld({ accounts: [account], calls: [] }), envoy, asked(headers), 0)
  }

  test.each<[string, readonly string[] | undefined, string | undefined, boolean]>([
    ['takes one of the account’s', ['o1', 'o2'], 'o2', true],
    ['takes none at all', ['o1'], undefined, true],
    ['takes an empty one', ['o1'], '', true],
    ['refuses another', ['o1'], 'o2', false],
    ['refuses any where there is none', [], 'o1', false],
    ['takes any where nobody lists them', undefined, 'o1', true],
  ])('%s', (_, organizations, named, wanted) => {
    const admission = allowed(organizations, named)
    if (wanted) expect(admission).toMatchObject({ account: { id: 'mine' } })
    else expect(admission).toEqual({ refusal: { kind: 'forbidden' } })
  })

  test('asks for a good key first', () => {
    const world = parseWorld({ accounts: [{ id: 'mine', keys, organizations: ['o1'] }], calls: [] })
    const headers = { ...keyHeaders(envoy, 'wrong'), 'x-organization-id': 'o9' }
    expect(admit(world, envoy, asked(headers), 0)).toEqual({
      refusal: { kind: 'unauthorized', why: 'wrong' },
    })
  })
})

test('Feather does not take its key as a Bearer', () => {
  const feather = vendors.find(({ id }) => id === 'feather')
  if (!feather) throw new Error('There is Feather')
  expect(admit(world, feather, asked({ authorization: 'Bearer feather-key-1' }), 0)).toEqual({
    refusal: { kind: 'unauthorized', why: 'missing' },
  })
})

test('Voqo lets everybody in, as nobody', () => {
  const voqo = vendors.find(({ id }) => id === 'voqo')
  if (!voqo) throw new Error('There is Voqo')
  expect(admit(world, voqo, asked({}), 99)).toEqual({ account: undefined, key: undefined })
})

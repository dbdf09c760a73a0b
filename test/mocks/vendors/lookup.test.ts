import { describe, expect, test } from 'vitest'
import { feather } from '../../../mocks/vendors/feather.ts'
import { vendors } from '../../../mocks/vendors/index.ts'
import { callById, idOf } from '../../../mocks/vendors/lookup.ts'
import { call } from '../../../mocks/world/recording.ts'
import { parseWorld } from '../../../mocks/world/world.ts'

const fixed = '00000000-0000-4000-8000-00000000000a'
const world = parseWorld({
  accounts: [],
  calls: [
    {
      ref: 'c1',
      ids: { osvi: fixed, feather: fixed, envoy: `call_${fixed}`, quo: 'ACfixed', voqo: 'fixed' },
    },
    { ref: 'c2' },
  ],
})
const named = (id: string) => {
  const vendor = vendors.find((one) => one.id === id)
  if (!vendor) throw new Error(`There is ${id}`)
  return vendor
}

describe('a call is found', () => {
  test.each(vendors.map((vendor) => [vendor.id, vendor] as const))(
    'at %s by a given id and by a derived one',
    (_, vendor) => {
      for (const one of world.calls)
        expect(callById(vendor, world, idOf(vendor, world, one))?.ref).toBe(one.ref)
      expect(callById(vendor, world, 'nothing')).toBeUndefined()
    },
  )

  test.each([
    ['osvi', fixed.toUpperCase(), 'c1'],
    ['envoy', `call_${fixed.toUpperCase()}`, 'c1'],
    ['feather', fixed.toUpperCase(), 'c1'],
    ['feather', fixed.replaceAll('-', ''), 'c1'],
    ['feather', `urn:uuid:${fixed}`, 'c1'],
    ['feather', `{${fixed}}`, 'c1'],
    // Quo's and Voqo's ids are spelt in one way.
    ['quo', 'acfixed', undefined],
    ['quo', 'ACFIXED', undefined],
    ['voqo', 'FIXED', undefined],
    ['osvi', fixed.replaceAll('-', ''), undefined],
  ])('at %s as %s: %s', (id, spelt, wanted) => {
    expect(callById(named(id), world, spelt)?.ref).toBe(wanted)
  })
})

test('ids differ by seed, vendor and ref', () => {
  const one = call('c2')
  const other = { ...world, seed: 2 }
  const ids = vendors.flatMap((vendor) => [
    idOf(vendor, world, one),
    idOf(vendor, other, one),
    idOf(vendor, world, call('c3')),
  ])
  expect(new Set(ids).size).toBe(ids.length)
  expect(idOf(feather, world, one)).toBe(idOf(feather, { ...world }, one))
})

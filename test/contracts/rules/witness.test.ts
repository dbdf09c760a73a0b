import { describe, expect, test } from 'vitest'
import { reference } from '../../../contracts/clients/reference.ts'
import { readHistory } from '../../../contracts/rules/reading/reading.ts'
import { unknownId } from '../../../contracts/rules/unknown-id.ts'
import { everyVendor, keyedVendors } from '../../../contracts/rules/whom.ts'
import { look, segment, trouble, witness, witnessStart } from '../../../contracts/rules/witness.ts'
import { vendorNamed } from '../../../mocks/vendors/named.ts'
import { ruleOf } from './a-history.ts'
import { recorded } from './recorded.ts'

describe('a witness', () => {
  test.each(keyedVendors)(
    'has two accounts at %s: the vendor’s own key, and another of its length',
    (vendor) => {
      const own = vendorNamed(vendor, 'Cannot look up a key').credential?.defaultKey
      const { accounts } = witness(vendor, [look()]).world
      const [mine, theirs] = accounts.map(({ keys }) => keys.map(({ value }) => value))
      expect(mine).toEqual([own])
      expect(theirs).toEqual([expect.not.stringMatching(`^${own}$`)])
      expect(theirs?.[0]).toHaveLength(own?.length ?? 0)
    },
  )

  test('has no keys where a vendor asks for none', () => {
    expect(witness('voqo', [look()]).world.accounts.map(({ keys }) => keys)).toEqual([[], []])
  })

  test('shows a key as it stands, and no other', () => {
    const { accounts } = witness('quo', [look()], { key: 'revoked' }).world
    expect(accounts.map(({ keys }) => keys[0]?.state.initially)).toEqual(['revoked', 'valid'])
  })

  test('keeps the lifetime of the vendor unless the scene has its own', () => {
    expect(witness('osvi', []).world.lifetimes).toStrictEqual({})
    expect(witness('osvi', [], { lifetimeSeconds: 61 }).world.lifetimes).toEqual({ osvi: 61 })
  })

  test('shows one call that plays and began before it', () => {
    const { calls } = witness('quo', []).world
    expect(calls.map(({ ref, segments }) => [ref, segments.map(({ status }) => status.initially)])).toEqual([
      ['c1', ['completed']],
    ])
    expect(segment().startedAt).toBeLessThan(witnessStart)
  })

  test('names a trouble by where it is and what', () => {
    const named = (step: ReturnType<typeof trouble>) => step.do === 'disturb' && step.disturbance.id
    expect(named(trouble({ kind: 'status', status: 503, told: 'untold' }))).toBe('api-status-503')
    expect(named(trouble({ kind: 'silence' }, 1, 'storage'))).toBe('storage-silence-0')
  })
})

test('an id that stands for no call is well formed at each vendor', () => {
  for (const vendor of everyVendor)
    expect(vendorNamed(vendor, 'Cannot look up ids').ids.faultOf(unknownId(vendor)), vendor).toBeUndefined()
  expect(unknownId('acme')).toBe('')
})

test.each(['quo', 'osvi'])('who is to tell absent from not found is shown both at %s', async (vendor) => {
  const history = await recorded(ruleOf('tell-absent-from-not-found').witness(vendor), vendor, reference)
  const told = [...readHistory(history).tellings.values()].map(({ outcome }) => outcome.kind)
  expect(told).toEqual(['absent', 'not-found'])
})

import fc from 'fast-check'
import { vendors } from '../../mocks/vendors/index.ts'
import type { Account } from '../../mocks/world/account.ts'
import type { Instant } from '../../mocks/world/instant.ts'
import { type Call, policies, redactions } from '../../mocks/world/recording.ts'
import { storageIds } from '../../mocks/world/storage-id.ts'
import type { Timeline } from '../../mocks/world/timeline.ts'
import { limitTellings, profiles, type World } from '../../mocks/world/world.ts'

/** A value for each vendor, or for none. */
const byVendor = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Readonly<Record<string, T>>> =>
  value.map((one) => Object.fromEntries(vendors.map(({ id }) => [id, one])))

const seldom = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { freq: 2, nil: undefined })

/** What a world says of its vendors beside their defaults: storage, words, limits and terms. */
const manners = () =>
  fc.record({
    storage: seldom(byVendor(fc.constantFrom(...storageIds))),
    profiles: seldom(byVendor(fc.constantFrom(...profiles))),
    limits: seldom(byVendor(fc.constantFrom(...limitTellings))),
    retention: seldom(byVendor(fc.constantFrom(1, 6))),
  })

const changing = <T>(
  values: readonly [T, T, ...T[]],
  instants: fc.Arbitrary<Instant>,
): fc.Arbitrary<Timeline<T>> =>
  fc
    .tuple(fc.nat(values.length - 1), fc.integer({ min: 1, max: values.length - 1 }), instants)
    .map(([first, step, at]) => ({
      initially: values[first] ?? values[0],
      changes: [{ at, to: values[(first + step) % values.length] ?? values[1] }],
    }))

const ways = (instants: fc.Arbitrary<Instant>) =>
  fc.record({
    policy: seldom(changing(policies, instants)),
    redaction: seldom(changing(redactions, instants)),
    codeValid: seldom(changing([true, false], instants)),
  })

/** Leaves out what is not there, as JSON does. */
const present = <T extends object>(fields: { readonly [K in keyof T]: T[K] | undefined }): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>

const here = (
  fields: Parameters<typeof present<Pick<Call, 'policy' | 'redaction' | 'codeValid'>>>[0] | undefined,
) => (fields ? present(fields) : {})

/** The organisations that the first account may name. */
const someOrganizations = ['org-1', 'org-2']

/**
 * A world with vendors that do otherwise than by default: every kind of storage, every profile, limits told in every way,
 * terms of retention, policies, short codes that end, and organisations.
 */
export const varied = (world: World, instants: fc.Arbitrary<Instant>): fc.Arbitrary<World> =>
  fc
    .tuple(manners(), fc.tuple(...world.calls.map(() => ways(instants))), fc.boolean())
    .map(([manner, fields, organized]) => ({
      ...world,
      ...present(manner),
      accounts: world.accounts.map(
        (account, index): Account =>
          organized && index === 0 ? { ...account, organizations: someOrganizations } : account,
      ),
      calls: world.calls.map((call, index): Call => ({ ...call, ...here(fields[index]) })),
    }))

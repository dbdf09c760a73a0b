import type { Vendor } from '../mocks/vendors/define.ts'
import { enterVendor, ownVendors, vendors } from '../mocks/vendors/index.ts'
import { PlayheadError, shown } from '../mocks/world/error.ts'
import type { Rule } from './define.ts'
import { rules as ownRules } from './rules/index.ts'

/** What somebody brings along beside what Playhead has: vendors it does not know, and rules of a house's own. */
export interface Outside {
  readonly vendors?: readonly Vendor[]
  readonly rules?: readonly Rule[]
}

const entered: Rule[] = []

/** The rules from outside the tree, in the order they came. */
export const outsideRules: readonly Rule[] = entered

const wellFormed = /^[a-z][a-z0-9-]{0,63}$/

const refuse = (what: string, id: unknown, why: string): PlayheadError =>
  new PlayheadError({
    code: 'bad-outsider',
    act: `Cannot take in the ${what} ${shown(id)}: ${why}`,
    cure: 'Give it an id of its own, of lower-case letters, digits and hyphens; examples/outside-vendor shows one of each.',
  })

const check = (
  what: string,
  { id }: { readonly id: string },
  own: readonly { readonly id: string }[],
): void => {
  if (typeof id !== 'string' || !wellFormed.test(id)) throw refuse(what, id, 'that is no id')
  if (own.some((one) => one.id === id)) throw refuse(what, id, 'Playhead has one of this id')
}

/**
 * Makes vendors and rules from outside the tree known to everything that looks one up by its id. To be done before
 * anything is verified, mocked or listed; the same twice is the same as once.
 * @throws PlayheadError `bad-outsider`
 */
export const takeIn = (outside: Outside): void => {
  for (const vendor of outside.vendors ?? []) {
    check('vendor', vendor, ownVendors)
    enterVendor(vendor)
  }
  for (const rule of outside.rules ?? []) {
    check('rule', rule, ownRules)
    const known = entered.findIndex(({ id }) => id === rule.id)
    entered.splice(known === -1 ? entered.length : known, known === -1 ? 0 : 1, rule)
  }
}

const outsiders = (): readonly Vendor[] => vendors.slice(ownVendors.length)

const holdsAtAll = ({ vendors: held }: Rule, some: readonly Vendor[]): boolean =>
  some.every(({ id }) => held.includes(id))

/**
 * A rule of ours as it holds for vendors from outside as well: one that holds for all of ours holds for theirs, and one
 * that holds for all that ask for a key holds for those of theirs that ask for one. All others are about particulars of
 * a vendor, which nobody can know of theirs.
 */
export const withOutsiders = (rule: Rule): Rule => {
  const keyed = ownVendors.filter(({ credential }) => credential)
  const joining = outsiders().filter(
    ({ id, credential }) =>
      !rule.vendors.includes(id) &&
      (holdsAtAll(rule, ownVendors) || (credential !== undefined && holdsAtAll(rule, keyed))),
  )
  return joining.length === 0 ? rule : { ...rule, vendors: [...rule.vendors, ...joining.map(({ id }) => id)] }
}

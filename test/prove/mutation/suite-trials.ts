import fc from 'fast-check'
import { cases } from '../../../contracts/arbitraries/cases.ts'
import type { Case } from '../../../contracts/case.ts'
import type { ClientModule } from '../../../contracts/client.ts'
import { builtinClients } from '../../../contracts/clients/index.ts'
import { rules } from '../../../contracts/rules/index.ts'
import { runCase } from '../../../contracts/run/run-case.ts'
import { judge } from '../../../contracts/verify/judge.ts'
import { smokeCase, smokeIn } from '../../../contracts/verify/smoke.ts'
import { unmetNeed } from '../../../contracts/verify/unmet-need.ts'
import type { Vendor } from '../../../mocks/vendors/define.ts'
import { vendors } from '../../../mocks/vendors/index.ts'
import { pointedCases } from './pointed-cases.ts'
import type { Trial } from './trial.ts'

/** Generated cases for each client and vendor: few, since each is run for every mutant that lives so long. */
const explored = 30

const tried = async (given: Case, vendor: Vendor, client: ClientModule): Promise<string | undefined> => {
  try {
    const history = await runCase(given, vendor, client)
    return rules.find(
      (rule) => rule.vendors.includes(vendor.id) && judge(rule, history).violations.length > 0,
    )?.id
  } catch (error) {
    return String(error)
  }
}

/** What keeps rules from being judged at all: `verify` says so, and passes no such client. */
const wanting = async (vendor: Vendor, client: ClientModule): Promise<string> => {
  try {
    const smoke = await runCase(smokeCase(vendor.id), vendor, client)
    const able = { ops: smoke.ops, capabilities: smoke.capabilities, vendor }
    const skipped = rules.filter(
      (rule) => rule.vendors.includes(vendor.id) && unmetNeed(rule, able) !== undefined,
    )
    return [smokeIn(smoke) ?? '', ...skipped.map(({ id }) => `not judged: ${id}`)].join(', ')
  } catch (error) {
    return String(error)
  }
}

/** Whether as much of a client can be judged as before anything was changed. */
const asAble = async (vendor: Vendor, client: ClientModule): Promise<Trial['run']> => {
  const before = await wanting(vendor, client)
  return async () => {
    const now = await wanting(vendor, client)
    return now === before ? undefined : now
  }
}

const casesAt = (vendor: string): readonly (readonly [name: string, given: Case])[] => [
  ...rules
    .filter((rule) => rule.vendors.includes(vendor))
    .map((rule) => [`the witness of ${rule.id}`, rule.witness(vendor)] as const),
  ...pointedCases(vendor),
  ...fc
    .sample(cases(vendor), { seed: 1, numRuns: explored })
    .map((given, index) => [`case ${index + 1}`, given] as const),
]

/**
 * Who is judged where: what the references have in common is judged at some vendors of each kind, and the readers that are
 * a vendor's own at all of them. The plain `reference` is `cache-with-margin` by another name.
 */
const pairs: readonly (readonly [client: string, at: readonly string[]])[] = [
  ['reference/cache-with-margin', ['quo', 'envoy', 'voqo']],
  ['reference/no-cache', vendors.map(({ id }) => id)],
  ['reference/polling', ['osvi', 'quo']],
  ['reference/single-flight', ['feather', 'voqo']],
]

/**
 * What `verify` does to the reference clients, cut into cases: the smoke test, the witnesses of all rules, and a few
 * cases beside, most of them generated. All take their turns, so that whatever is wrong is found soon wherever it is.
 */
export const openSuite = async (): Promise<readonly Trial[]> => {
  const rounds: { readonly round: number; readonly trial: Trial }[] = []
  for (const [name, at] of pairs) {
    const client = await builtinClients[name]?.()
    if (!client) throw new RangeError(`There is no client ${name}.`)
    for (const vendor of vendors.filter(({ id }) => at.includes(id))) {
      const who = `${name} at ${vendor.id}`
      rounds.push({ round: 0, trial: { name: `${who}: what it can do`, run: await asAble(vendor, client) } })
      for (const [index, [says, given]] of casesAt(vendor.id).entries())
        rounds.push({
          round: index + 1,
          trial: { name: `${who}: ${says}`, run: () => tried(given, vendor, client) },
        })
    }
  }
  return rounds.toSorted((a, b) => a.round - b.round).map(({ trial }) => trial)
}

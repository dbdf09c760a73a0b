import type { Case } from '../contracts/case.ts'
import { reference } from '../contracts/clients/reference.ts'
import type { Transport } from '../contracts/define.ts'
import { rules } from '../contracts/rules/index.ts'
import { runCase } from '../contracts/run/run-case.ts'
import { judge } from '../contracts/verify/judge.ts'
import { vendorNamed } from '../mocks/vendors/named.ts'

const vendor = vendorNamed('osvi', 'Cannot measure')
const mine = rules.filter((rule) => rule.vendors.includes(vendor.id))

/** Does with one case what a verification does with each: runs it, and has every rule judge what came of it. */
export const judged = async (given: Case, transport?: Transport): Promise<void> => {
  const history = await runCase(given, vendor, reference, transport)
  for (const rule of mine)
    if (judge(rule, history).violations.length > 0) throw new Error(`The reference broke ${rule.id}.`)
}

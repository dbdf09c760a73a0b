import fc from 'fast-check'
import { vendors } from '../../../mocks/vendors/index.ts'
import { cases } from '../../arbitraries/cases.ts'
import type { Transport } from '../../define.ts'
import { rules } from '../../rules/index.ts'
import { runCase } from '../../run/run-case.ts'
import { naiveClients } from './index.ts'

/** What the rules say of one naive client at one vendor. */
export interface NaiveVerdict {
  readonly client: string
  readonly vendor: string
  /** The rules it breaks, by id, in the catalogue's order. */
  readonly broken: readonly string[]
}

/**
 * What the rules say of each naive client at each vendor, by every rule's witness and so many generated cases.
 * @param transport one with sockets
 */
export const naiveVerdicts = async (
  transport: Transport,
  count: number,
  seed: number,
): Promise<readonly NaiveVerdict[]> => {
  const verdicts: NaiveVerdict[] = []
  for (const client of naiveClients)
    for (const vendor of vendors) {
      const mine = rules.filter((rule) => rule.vendors.includes(vendor.id))
      const witnesses = mine.map(({ witness }) => witness(vendor.id))
      const broken = new Set<string>()
      for (const given of [...witnesses, ...fc.sample(cases(vendor.id), { numRuns: count, seed })]) {
        const history = await runCase(given, vendor, client, transport)
        for (const rule of mine) if (rule.judge(history).violations.length > 0) broken.add(rule.id)
      }
      const ids = mine.map(({ id }) => id).filter((id) => broken.has(id))
      verdicts.push({ client: client.name ?? '', vendor: vendor.id, broken: ids })
    }
  return verdicts
}

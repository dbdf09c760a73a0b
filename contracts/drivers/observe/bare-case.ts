import { unused } from '../../../mocks/world/usage.ts'
import { type Case, caseVersion } from '../../case.ts'
import { catalogueVersion } from '../../catalogue-version.ts'
import type { History } from '../../history.ts'

/** The case of a finding in a run that was only watched: an empty world and no steps, since nobody asked anything. */
export const bareCase = ({ vendor, client, start }: History, rule: string, what: string): Case => ({
  playhead: caseVersion,
  rules: catalogueVersion,
  vendors: [vendor],
  world: { seed: 1, accounts: [], calls: [], disturbances: [], lifetimes: {}, quotas: true },
  usage: unused,
  steps: [],
  clock: { at: start, skewMs: 0 },
  seed: 1,
  client,
  finding: { rule, vendor, what },
})

import { wholeCatalogue } from '../catalogue.ts'
import type { Report } from '../report.ts'

/** What a rule says: as the catalogue has it, or as a finding tells it where the rule has gone since. */
export const saysOf = (rule: string, { findings }: Pick<Report, 'findings'>): string | undefined =>
  wholeCatalogue().find(({ id }) => id === rule)?.says ?? findings.find((one) => one.rule === rule)?.says

import type { Vendor } from '../../mocks/vendors/define.ts'
import type { Baseline, Known } from '../baseline.ts'
import type { Rule } from '../define.ts'
import { speaksOf } from './matching.ts'

/**
 * Why an entry of a baseline must not stay as it is: its day is over, there is no such rule and vendor, or what it excuses
 * does not happen any more.
 */
export interface BaselineProblem {
  readonly known: Known
  readonly kind: 'ended' | 'unmatched' | 'passes'
  readonly what: string
  readonly cure: string
}

/** How an entry is named in a sentence. */
export const knownName = ({ rule, vendor }: Known): string => `${rule} at ${vendor}`

/** Whether an entry excuses nothing any more. @param today an ISO date */
export const isOver = ({ until }: Known, today: string): boolean => until < today

/** What is wrong with a baseline by itself, without a run. @param today an ISO date, such as 2026-11-21 */
export const baselineProblems = (
  { known }: Baseline,
  rules: readonly Rule[],
  vendors: readonly Vendor[],
  today: string,
): readonly BaselineProblem[] =>
  known.flatMap((one): readonly BaselineProblem[] => {
    const isThere = rules.some((rule) =>
      vendors.some(({ id }) => rule.vendors.includes(id) && speaksOf(one, { rule: rule.id, vendor: id })),
    )
    if (!isThere)
      return [
        {
          known: one,
          kind: 'unmatched',
          what: `${knownName(one)} matches no rule that holds at a vendor`,
          cure: 'Mend the names (`playhead rules` lists them), or remove the entry.',
        },
      ]
    if (!isOver(one, today)) return []
    return [
      {
        known: one,
        kind: 'ended',
        what: `${knownName(one)} was excused until ${one.until}, and today is ${today}`,
        cure: `Mend what ${one.issue} is about, or agree on a later day there and write it down here.`,
      },
    ]
  })

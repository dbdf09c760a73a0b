import type { Found } from '../found.ts'
import type { Grade } from '../grade.ts'
import { driftRules } from '../rules/index.ts'

const weights: Readonly<Record<Grade, number>> = { breaking: 10_000, risky: 100, compatible: 1, editorial: 0 }

/** How far two kinds are from each other. */
export const weightOf = (found: readonly Found[]): number =>
  found.reduce((sum, { rule }) => sum + weights[driftRules[rule].grade], 0)

/** Whether somebody who did right by the one may fail by the other. */
export const isHarmful = (found: readonly Found[]): boolean => weightOf(found) >= weights.risky

/** Whether somebody who did right by the one fails by the other. */
export const isBreaking = (found: readonly Found[]): boolean => weightOf(found) >= weights.breaking

import { compareBounds } from './compare-bounds.ts'
import { compareConstraints } from './compare-constraints.ts'
import { compareFormats } from './compare-formats.ts'
import { compareLists } from './compare-lists.ts'
import { compareObjects } from './compare-objects.ts'
import { comparePatterns } from './compare-patterns.ts'
import { compareWords } from './compare-words.ts'
import type { Check } from './scope.ts'

/** Everything that two kinds of one type are compared by: one file and one line each. */
export const checks: readonly Check[] = [
  compareWords,
  compareFormats,
  comparePatterns,
  compareBounds,
  compareConstraints,
  compareObjects,
  compareLists,
]

/** Compares two kinds of values of one type. */
export const compareKinds: Check = (scope, base, head) => checks.flatMap((check) => check(scope, base, head))

import { readFileSync } from 'node:fs'
import type { MutantResult } from '@stryker-mutator/api/core'

/** One small fault that a machine has made, and what came of it. */
export interface Mutant {
  readonly status: MutantResult['status']
  /** From the root of the project. */
  readonly file: string
  /** Counted from 1. */
  readonly line: number
  /** The line as it was. */
  readonly code: string
  /** What stands there in place of what was changed. */
  readonly becomes: string
}

/** Whether nothing noticed it. */
export const isAlive = ({ status }: Mutant): boolean => status === 'Survived' || status === 'NoCoverage'

/** What Stryker tells of a mutant, in our own words. @param root of the project, with a slash at its end */
export const mutantOf = (
  {
    status,
    fileName,
    location,
    replacement,
  }: Pick<MutantResult, 'status' | 'fileName' | 'location' | 'replacement'>,
  root: string,
): Mutant => {
  const { line } = location.start
  const code = readFileSync(fileName, 'utf8').split('\n')[line - 1] ?? ''
  const becomes = (replacement ?? '').replace(/\s+/g, ' ')
  return { status, file: fileName.replace(root, ''), line, code: code.trim(), becomes }
}

import { PlayheadError } from './world/error.ts'

const missingPackage = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND'
    ? /Cannot find package '([^']+)'/.exec(error.message)?.[1]
    : undefined

/**
 * Loads a part that needs packages Playhead does not bring along, and says which one is missing.
 * @param act what needs it, such as `playhead lint`
 * @throws PlayheadError `missing-package`
 */
export const needing = async <T>(act: string, load: () => Promise<T>): Promise<T> => {
  try {
    return await load()
  } catch (cause) {
    const name = missingPackage(cause)
    if (name === undefined) throw cause
    throw new PlayheadError({
      code: 'missing-package',
      act: `Cannot use ${act}: the package ${name} is not installed`,
      cure: `Install it: npm install --save-dev ${name}`,
      cause,
    })
  }
}

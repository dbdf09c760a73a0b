import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { PlayheadError } from '../../world/error.ts'

/**
 * Reads the service worker that MSW brings along, as the project at a root has installed it.
 * @throws PlayheadError `missing-package`
 */
export const readWorkerScript = async (root: string): Promise<string> => {
  let path: string
  try {
    path = createRequire(join(root, 'package.json')).resolve('msw/mockServiceWorker.js')
  } catch (cause) {
    throw new PlayheadError({
      code: 'missing-package',
      act: "Cannot use playhead({ mode: 'msw' }): the package msw is not installed",
      cure: 'Install it: npm install --save-dev msw',
      cause,
    })
  }
  return readFile(path, 'utf8')
}

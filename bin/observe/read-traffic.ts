import { readRun } from '../../contracts/drivers/observe/read-run.ts'
import type { Run } from '../../contracts/drivers/observe/run.ts'
import { isHar, readHar } from '../../contracts/har/read-har.ts'
import { readText } from '../read-json.ts'

/**
 * Reads what an app did: a recorded run, or a HAR file.
 * @throws PlayheadError `unreadable-file`, `bad-run`, `run-version`, `bad-har`
 */
export const readTraffic = async (file: string, cwd: string): Promise<Run> => {
  const text = await readText(file, cwd, 'a recorded run or a HAR file')
  return isHar(text) ? readHar(text, file) : readRun(text, file)
}

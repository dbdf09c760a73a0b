import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Bytes that are still in use once everything that nobody needs is gone. */
export const heapInUse = (): number => {
  collect()
  return process.memoryUsage().heapUsed
}

import type { Vendor } from '../../../mocks/vendors/define.ts'
import type { Rule } from '../../define.ts'
import type { Run } from './run.ts'

/** How a run is watched. */
interface Watching {
  readonly run: Run
  readonly eachOnce: boolean
}

/** Why a rule cannot be judged where only the wire was seen; `undefined` where it can. */
export const unseen = (
  { watched, id }: Rule,
  { credential }: Vendor,
  { run, eachOnce }: Watching,
): string | undefined => {
  if (watched === undefined)
    return 'it takes what the client was asked, answered or logged: verify it with an adapter'
  if (watched === 'asks' && !eachOnce)
    return 'which requests belong to one ask is not seen: say --each-once where the app was asked for each recording once'
  return id === 'ask-with-the-vendors-own-key' && credential ? run.hidden?.[credential.header] : undefined
}

import { worldStart } from '../../../contracts/arbitraries/worlds.ts'
import { defaultWorld } from '../../../mocks/scenarios/default.ts'
import { fixedIds, type Ref } from '../../../mocks/scenarios/refs.ts'
import { simulate } from '../../../mocks/simulator.ts'
import { keyHeaders } from '../../../mocks/vendors/ask.ts'
import type { Operation } from '../../../mocks/vendors/define.ts'
import { vendors } from '../../../mocks/vendors/index.ts'
import { unused } from '../../../mocks/world/usage.ts'
import { asking, operationOf, settingOf, textOf } from '../../support/asking.ts'

/** What a vendor answers about one of the fixed calls, 250 ms after the default world begins. */
export const said = (
  vendorId: string,
  ref: Ref,
  asks: Operation['asks'] = 'recording',
): { status: number; headers: Readonly<Record<string, string>>; body: unknown } => {
  const vendor = vendors.find(({ id }) => id === vendorId)
  if (!vendor) throw new Error(`There is a vendor ${vendorId}`)
  const id = fixedIds(ref)[vendorId] ?? ''
  const request = asking(vendor, id, keyHeaders(vendor), operationOf(vendor, asks))
  const setting = settingOf(defaultWorld(worldStart), worldStart + 250)
  const { response } = simulate(setting, unused, 'api', request)
  return { status: response.status, headers: response.headers, body: JSON.parse(textOf(response)) }
}

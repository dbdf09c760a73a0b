import type { Session } from '../../session.ts'
import { answerTo, planOf, type Setting } from '../../simulator.ts'
import type { Encoded } from '../../vendors/define.ts'
import type { WireRequest, WireResponse } from '../../world/exchange.ts'
import type { World } from '../../world/world.ts'
import { askedOf, type OneOperation } from './one-operation.ts'

/** How a journal names an answer that is the document's and not the world's. */
export const saidByDocument = 'by-document'

/** An empty body has no type. */
const untyped = (response: WireResponse): WireResponse => {
  const { 'content-type': _, ...headers } = response.headers
  return response.body === '' ? { ...response, headers } : response
}

/**
 * Lets a request through a session as the simulator lets its own through, and has the document say what is left to say.
 * @param words asked for only where the request is let in
 */
export const pass = (
  { vendor, tell, spoke }: OneOperation,
  request: WireRequest,
  session: Session,
  words: (world: World) => Promise<Encoded>,
): Promise<WireResponse> =>
  session.exchange(request, (whole) => {
    const setting: Setting = { ...whole, vendors: [vendor] }
    const plan = planOf(setting, 'api', askedOf(vendor, request))
    return {
      touch: plan.touch,
      answer: async (usage) => {
        const told = plan.kind === 'api' && !plan.api.refusal ? await words(setting.world) : undefined
        if (told) tell(told)
        const { response, sighting } = answerTo(setting, 'api', request, plan, usage)
        return {
          response: told?.body === '' ? untyped(response) : response,
          sighting: spoke() ? { ...sighting, said: saidByDocument } : sighting,
        }
      },
    }
  })

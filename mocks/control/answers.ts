import type { Session } from '../session.ts'
import { simulate } from '../simulator.ts'
import { ask, keyHeaders, ownKey } from '../vendors/ask.ts'
import type { Operation, Vendor } from '../vendors/define.ts'
import { idOf } from '../vendors/lookup.ts'
import { PlayheadError, shown } from '../world/error.ts'
import type { WireRequest, WireResponse } from '../world/exchange.ts'
import type { Instant } from '../world/instant.ts'
import { callOf } from '../world/lookup.ts'
import { maskText } from '../world/mask.ts'
import type { Usage } from '../world/usage.ts'
import type { World } from '../world/world.ts'
import type { ControlHandlers } from './define.ts'
import { verdictOf } from './verdict.ts'

/** Everything the answers of one moment depend on. */
interface Moment {
  readonly session: Session
  readonly world: World
  readonly usage: Usage
  readonly now: Instant
}

const textOf = ({ body }: WireResponse): string | undefined => (typeof body === 'string' ? body : undefined)

const understood = (vendor: Vendor, { asks }: Operation, response: WireResponse, now: Instant): string => {
  const answered = { status: response.status, headers: response.headers, body: textOf(response) ?? '' }
  return asks === 'replies'
    ? (vendor.decodeReplies?.(answered, now).outcome.kind ?? 'unknown')
    : vendor.decode(answered, now).outcome.kind
}

/** What a vendor would answer to one question; nothing is counted, written down or disturbed by asking here. */
const answerNow = (
  { session, world, usage, now }: Moment,
  vendor: Vendor,
  operation: Operation,
  id: string,
) => {
  const request: WireRequest = ask(vendor, operation, id, keyHeaders(vendor, ownKey(world, vendor)))
  const { place, vendors } = session
  const { response, sighting } = simulate({ world, place, vendors, now }, usage, 'api', request)
  const { breaks, trouble } = sighting
  const body = textOf(response)
  return {
    vendor: vendor.id,
    name: vendor.name,
    operation: operation.id,
    asks: operation.asks,
    method: request.method,
    path: request.path,
    status: response.status,
    outcome: understood(vendor, operation, response, now),
    ...(body === undefined ? {} : { body: maskText(body) }),
    ...(trouble === undefined ? {} : { trouble }),
    verdict: verdictOf({ vendor, operation: operation.id, status: response.status, body, breaks }),
    assumes: vendor.assumes,
  }
}

export const answers: ControlHandlers<'getAnswers'> = {
  getAnswers: async ({ session, parameter }) => {
    const one = session()
    const [{ world }, usage, now] = await Promise.all([one.state(), one.usage(), one.now()])
    const call = callOf(world, parameter)
    if (!call)
      throw new PlayheadError({
        code: 'no-such-call',
        act: `Cannot tell what vendors answer about ${shown(parameter)}: this world has no such call`,
        cure: 'GET timeline lists the calls of the world.',
      })
    const moment: Moment = { session: one, world, usage, now }
    return {
      status: 200,
      body: {
        now,
        call: call.ref,
        answers: one.vendors.flatMap((vendor) =>
          vendor.operations.map((operation) =>
            answerNow(moment, vendor, operation, idOf(vendor, world, call)),
          ),
        ),
      },
    }
  },
}

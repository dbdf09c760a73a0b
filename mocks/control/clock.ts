import * as v from 'valibot'
import { clockState, clockVerbs, moveSession } from '../clock-verbs.ts'
import type { ControlHandlers } from './define.ts'
import { readBody } from './read-body.ts'

const Move = v.strictObject({
  verb: v.string(),
  value: v.exactOptional(v.union([v.pipe(v.string(), v.maxLength(100)), v.number()])),
})

const cure = `Send {"verb": "advance", "value": "15m"}; the verbs are ${clockVerbs.map(({ name }) => name).join(', ')}.`

export const clock: ControlHandlers<'getClock' | 'moveClock' | 'getBoundaries'> = {
  getClock: async ({ session }) => ({ status: 200, body: await clockState(session()) }),
  moveClock: async ({ session, json }) => {
    const { verb, value } = readBody(Move, json, cure)
    return { status: 200, body: await moveSession(session(), verb, value) }
  },
  getBoundaries: async ({ session }) => ({
    status: 200,
    body: { now: await session().now(), boundaries: await session().boundaries() },
  }),
}

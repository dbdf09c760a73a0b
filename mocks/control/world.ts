import * as v from 'valibot'
import { scenarioWorld } from '../sandboxes/scenario-world.ts'
import { customWorld } from '../scenarios/custom.ts'
import { scenarios } from '../scenarios/index.ts'
import type { Session } from '../session.ts'
import { readClock } from '../world/clock.ts'
import type { ControlHandlers } from './define.ts'
import { readBody } from './read-body.ts'

const Choice = v.strictObject({ name: v.string() })

/** A new world has no past: what was counted and written down belongs to the old one. */
const everything = { journal: true, usage: true }

const listed = async (session: Session) => ({
  current: (await session.state()).scenario,
  scenarios: scenarios.map(({ name, title }) => ({ name, title })),
})

export const world: ControlHandlers<'getWorld' | 'putWorld' | 'getScenarios' | 'putScenario'> = {
  getWorld: async ({ session }) => ({ status: 200, body: (await session().state()).world }),
  putWorld: async ({ session, json }) => {
    const changed = await session().change(({ clock }, real) => ({
      world: customWorld(json, readClock(clock, real)),
      scenario: 'custom',
      forget: everything,
    }))
    return { status: 200, body: changed.world }
  },
  getScenarios: async ({ session }) => ({ status: 200, body: await listed(session()) }),
  putScenario: async ({ session, json }) => {
    const { name } = readBody(
      Choice,
      json,
      'Send {"name": "rate-limited"}, or another name that GET scenarios lists.',
    )
    await session().change((state, real) => ({
      world: scenarioWorld(name, readClock(state.clock, real), state.world.seed),
      scenario: name,
      forget: everything,
    }))
    return { status: 200, body: await listed(session()) }
  },
}

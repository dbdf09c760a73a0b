import type { Vendor } from '../../mocks/vendors/define.ts'
import { boundariesOf, inOrder } from '../../mocks/world/boundaries.ts'
import type { World } from '../../mocks/world/world.ts'
import type { Capabilities } from '../client.ts'
import type { OpenTransport } from '../define.ts'
import type { Step } from '../step.ts'
import type { Agenda } from './agenda.ts'
import { type AskStep, type Asks, opsOf } from './asks.ts'
import type { Connections } from './connections.ts'
import { disturbanceWords } from './disturbance-words.ts'
import { goalInstant } from './goal.ts'
import type { Recorder } from './recorder.ts'
import type { Traffic } from './traffic.ts'
import type { Waiting } from './waiting.ts'

/** Everything a step may act on. */
export interface Stage {
  readonly vendor: Vendor
  readonly capabilities: Capabilities
  readonly agenda: Agenda
  readonly recorder: Recorder
  readonly asks: Asks
  readonly traffic: Traffic
  readonly waiting: Waiting
  readonly connections: Connections
  readonly keepTime: OpenTransport['keepTime'] | undefined
  readonly world: () => World
  readonly changeWorld: (next: World) => void
  readonly skew: (ms: number) => void
}

/** Lets a client that has the real clock alone catch up with the run, and the run with it. */
const keepTime = async ({ keepTime: keep, agenda, traffic, waiting, world }: Stage): Promise<void> => {
  if (!keep) return
  const ends = traffic.grants.flatMap(({ until, diesAt }) => [until, diesAt])
  const boundaries = inOrder([...boundariesOf(world()), ...ends])
  await waiting.moveTo(await keep(agenda.now(), boundaries))
}

/** Asks the client. What it or the vendor cannot do is passed over: a step never makes a case meaningless. */
const ask = async (step: AskStep, stage: Stage): Promise<void> => {
  const { vendor, capabilities, asks, waiting, connections } = stage
  if (step.op === 'replies' && !vendor.operations.some(({ asks: what }) => what === 'replies')) return
  const client = await connections.to(step.account ?? 'default')
  if (!opsOf(client).includes(step.op)) return
  // What it still waits for is kept back by us: one that answers one at a time has to be let go first.
  if (capabilities.concurrency === false) await waiting.settle()
  await keepTime(stage)
  const name = asks.put(client, step)
  if (step.overlap && capabilities.concurrency !== false) await waiting.quiet()
  else await waiting.forAsk(name)
}

/** Adds trouble under a name that nothing has been counted for yet. */
const disturb = ({ disturbance }: Extract<Step, { do: 'disturb' }>, { traffic, ...stage }: Stage): void => {
  const world = stage.world()
  const taken = new Set([...world.disturbances.map(({ id }) => id), ...Object.keys(traffic.usage().arrivals)])
  let { id } = disturbance
  for (let again = 2; taken.has(id); again++) id = `${disturbance.id.slice(0, 50)}.${again}`
  stage.changeWorld({ ...world, disturbances: [...world.disturbances, { ...disturbance, id }] })
}

/** Carries out one step of a case. */
export const carryOut = async (step: Step, stage: Stage): Promise<void> => {
  const { vendor, agenda, recorder, asks, traffic, waiting } = stage
  const disturbed = (what: string): void => recorder.record({ kind: 'disturbed', at: agenda.now(), what })
  switch (step.do) {
    case 'ask':
      return ask(step, stage)
    case 'clock': {
      const from = agenda.now()
      const world = stage.world()
      const situation = { now: from, world, vendor, usage: traffic.usage(), grants: traffic.grants }
      const instant = goalInstant(step.to, situation)
      if (instant === undefined) return
      await waiting.moveTo(instant)
      recorder.record({ kind: 'clock', at: agenda.now(), from })
      return
    }
    case 'hold':
      traffic.hold(step.role)
      return disturbed(`the next ${step.role} answer is kept back`)
    case 'deliver':
      if (traffic.deliver()) await waiting.quiet()
      return
    case 'cancel':
      asks.cancelLast()
      return waiting.quiet()
    case 'disturb':
      disturb(step, stage)
      return disturbed(disturbanceWords(step.disturbance))
    case 'calm':
      stage.changeWorld({ ...stage.world(), disturbances: [] })
      return disturbed('all trouble ends')
    case 'skew':
      stage.skew(step.ms)
      recorder.record({ kind: 'skewed', at: agenda.now(), ms: step.ms })
      return
    case 'settle':
      return waiting.settle()
  }
}

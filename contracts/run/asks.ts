import type { Vendor } from '../../mocks/vendors/define.ts'
import { idOf } from '../../mocks/vendors/lookup.ts'
import { callOf } from '../../mocks/world/lookup.ts'
import { call as callFrom } from '../../mocks/world/recording.ts'
import type { World } from '../../mocks/world/world.ts'
import type { RecordingClient } from '../client.ts'
import type { Op } from '../history.ts'
import type { Step } from '../step.ts'
import type { Agenda } from './agenda.ts'
import { answerOf, errorOf } from './answer-event.ts'
import { owner } from './owner.ts'
import type { Recorder } from './recorder.ts'

export type AskStep = Extract<Step, { do: 'ask' }>

/** The questions put to a client, and which of them are still open. */
export interface Asks {
  /** The open ones, oldest first. */
  readonly open: () => readonly string[]
  /** Puts a question; it is open until it is answered or given up. @returns its name */
  readonly put: (client: RecordingClient, step: AskStep) => string
  /** Aborts the one put last. */
  readonly cancelLast: () => void
  /** Gives up on one: the client hangs. */
  readonly giveUp: (ask: string) => void
  readonly isGivenUp: (ask: string | undefined) => boolean
}

/** What a client is able to do. */
export const opsOf = (client: RecordingClient): readonly Op[] => [
  'look',
  ...(client.download ? (['download'] as const) : []),
  ...(client.listReplies ? (['replies'] as const) : []),
]

const unheardOf = /^[A-Za-z0-9_-]{1,64}$/

/** The id to ask with; of a call the world does not have, one that nothing has. */
const askedId = (vendor: Vendor, world: World, { id, call }: AskStep): string => {
  if (id !== undefined) return id
  const known = callOf(world, call)
  return idOf(vendor, world, known ?? callFrom(unheardOf.test(call) ? call : 'unheard-of'))
}

const callOn = (
  client: RecordingClient,
  step: AskStep,
  id: string,
  signal: AbortSignal,
): Promise<unknown> => {
  const { segment, from } = step
  switch (step.op) {
    case 'look':
      return client.getRecording(id, { signal })
    case 'download':
      return client.download
        ? client.download(id, {
            signal,
            ...(segment === undefined ? {} : { segment }),
            ...(from === undefined ? {} : { from }),
          })
        : Promise.resolve()
    case 'replies':
      return client.listReplies ? client.listReplies(id, { signal }) : Promise.resolve()
  }
}

/** Opens the questions of one run. */
export const openAsks = (agenda: Agenda, recorder: Recorder, vendor: Vendor, world: () => World): Asks => {
  const open = new Map<string, AbortController>()
  const givenUp = new Set<string>()
  let count = 0

  const put = (client: RecordingClient, step: AskStep): string => {
    const ask = `a${++count}`
    const { op, call, account = 'default', segment, from } = step
    const id = askedId(vendor, world(), step)
    const controller = new AbortController()
    open.set(ask, controller)
    recorder.record({
      kind: 'asked',
      at: agenda.now(),
      ask,
      op,
      call,
      id,
      account,
      ...(segment === undefined ? {} : { segment }),
      ...(from === undefined ? {} : { from }),
    })
    const answered = (answer: ReturnType<typeof answerOf>): void => {
      if (open.delete(ask)) recorder.record({ kind: 'answered', at: agenda.now(), ask, ...answer })
    }
    owner
      .run(ask, async () => callOn(client, step, id, controller.signal))
      .then(
        (value) => answered(answerOf(value)),
        (error) => answered(errorOf(error)),
      )
    return ask
  }

  return {
    open: () => [...open.keys()],
    put,
    cancelLast: () => {
      const last = [...open.entries()].at(-1)
      if (!last) return
      recorder.record({ kind: 'cancelled', at: agenda.now(), ask: last[0] })
      last[1].abort()
    },
    giveUp: (ask) => {
      if (!open.delete(ask)) return
      givenUp.add(ask)
      agenda.drop(ask)
      recorder.record({ kind: 'hung', at: agenda.now(), ask })
    },
    isGivenUp: (ask) => ask !== undefined && givenUp.has(ask),
  }
}

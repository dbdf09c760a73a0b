import { setTimeout as delay } from 'node:timers/promises'
import { PlayheadError } from '../../mocks/world/error.ts'
import { type DriverProcess, type StartOptions, startProcess } from './driver-process.ts'
import {
  type DriverCapabilities,
  type FromDriver,
  type FromSuite,
  protocolVersion,
  readLine,
} from './protocol.ts'
import { watchStillness } from './stillness.ts'

/** What comes of something that a driver was asked: its answer, or its end. */
export type Reply =
  | Exclude<FromDriver, { type: 'sleep' | 'log' }>
  | { readonly type: 'crashed'; readonly message: string }
  /** It sits still, and says nothing. */
  | { readonly type: 'silent' }

/** What is heard of a driver beside its answers. */
export interface Hearer {
  readonly sleep: (message: Extract<FromDriver, { type: 'sleep' }>) => void
  /** Logs, standard error, and lines that are no message. */
  readonly talk: (text: string) => void
}

/** A driver: a process that speaks the protocol, started again whenever it has died. */
export interface Driver {
  /** Starts it where it is not running. @throws PlayheadError `driver-dies`, `driver-silent` */
  readonly start: () => Promise<DriverCapabilities>
  /** Counts its starts: what was open in an earlier one is gone. */
  readonly generation: () => number
  readonly ask: (message: FromSuite) => Promise<Reply>
  readonly tell: (message: FromSuite) => void
  /** Waits in real time, as long as there is any sign of life; `silent` after so many milliseconds without one. */
  readonly within: (silenceMs: number, reply: Promise<Reply>) => Promise<Reply>
  /** Whether it is starting, runs, or waits its turn to: `false` where only time or a word of ours can set it going. */
  readonly isBusy: () => boolean
  /** Whether something that it was asked is not answered yet. */
  readonly owesAnswer: () => boolean
  /** Grows with everything that is told and heard. */
  readonly events: () => number
  /** An id that nothing else has. */
  readonly newId: (what: string) => string
  readonly hearBy: (hearer: Hearer) => void
  readonly kill: () => Promise<void>
  /** Says goodbye, and ends it. */
  readonly close: () => Promise<void>
}

/** A start may take its time; where it sits still so long, it will not come. */
const usualSilenceMs = 5000
const mostStarts = 3
const lookEveryMs = 10
const mostGoodbyeLooks = 50

/** Whatever it does: a process that neither answers nor rests is given up. */
const mostMs = 60_000

const realNow = performance.now.bind(performance)

const deaf: Hearer = { sleep: () => {}, talk: () => {} }

const indented = (text: string): string => (text === '' ? ' nothing' : `\n${text.replace(/^/gm, '  ')}`)

/** Opens a driver; nothing is started yet. */
export const openDriver = (command: string, options: StartOptions): Driver => {
  let running: DriverProcess | undefined
  let capabilities: DriverCapabilities | undefined
  let generation = 0
  let told = 0
  let ids = 0
  let heard = 0
  let hearer = deaf
  let starting: Promise<DriverCapabilities> | undefined
  const open = new Map<string, (reply: Reply) => void>()
  const events = (): number => told + heard + (running?.heard() ?? 0)
  const stillness = watchStillness(() => running?.pid, events)
  const isBusy = (): boolean =>
    starting !== undefined || !stillness.isStill() || running?.isSending() === true

  const hear = (line: string): void => {
    const read = readLine(line)
    if ('noise' in read) {
      hearer.talk(read.noise)
      options.trace?.odd('why' in read ? `a message that is none, ${read.why}` : 'a line that is no message')
      return
    }
    const { message } = read
    if (message.type === 'log') hearer.talk(message.text)
    else if (message.type === 'sleep') hearer.sleep(message)
    else answered(message, line)
  }

  const answered = (message: Exclude<FromDriver, { type: 'sleep' | 'log' }>, line: string): void => {
    const answer = open.get(message.id)
    open.delete(message.id)
    answer?.(message)
    if (answer) return
    hearer.talk(line)
    options.trace?.odd(`an answer to ${message.id}, which is not open`)
  }

  const spawn = (): DriverProcess => {
    generation++
    const process = startProcess(command, options, {
      onLine: hear,
      onTalk: (line) => hearer.talk(line),
      onEnd: (how) => {
        if (running !== process) return
        const words = process.lastWords()
        running = undefined
        capabilities = undefined
        heard += process.heard()
        const answers = [...open.values()]
        open.clear()
        for (const answer of answers)
          answer({ type: 'crashed', message: `the driver ${how}${words === '' ? '' : `: ${words}`}` })
      },
    })
    return process
  }

  const tell = (message: FromSuite): void => {
    told++
    running?.send(message)
  }

  const ask = (message: FromSuite): Promise<Reply> => {
    if (!running) return Promise.resolve({ type: 'crashed', message: 'the driver is not running' })
    const reply = new Promise<Reply>((resolve) => open.set(message.id, resolve))
    tell(message)
    return reply
  }

  const within: Driver['within'] = async (silenceMs, reply) => {
    let got: Reply | undefined
    void reply.then((value) => {
      got = value
    })
    const begun = realNow()
    for (let still = begun; !got; await Promise.race([reply, delay(lookEveryMs)])) {
      if (!stillness.isStill()) still = realNow()
      if (realNow() - still > silenceMs || realNow() - begun > mostMs) return { type: 'silent' }
    }
    return got
  }

  const kill = async (): Promise<void> => {
    const process = running
    if (!process) return
    running = undefined
    capabilities = undefined
    open.clear()
    heard += process.heard()
    await process.kill()
  }

  const startNow = async (): Promise<DriverCapabilities> => {
    let words = ''
    for (let tries = 0; tries < mostStarts; tries++) {
      running = spawn()
      const process = running
      const id = newId('hello')
      const reply = await within(
        options.silenceMs ?? usualSilenceMs,
        ask({ id, type: 'hello', protocol: protocolVersion }),
      )
      if (reply.type === 'capabilities') {
        capabilities = reply
        return reply
      }
      words = process.lastWords()
      if (reply.type === 'crashed') continue
      await kill()
      throw new PlayheadError({
        code: 'driver-silent',
        act: `Cannot talk to the driver \`${command}\`: it answered hello with ${reply.type === 'silent' ? 'nothing' : JSON.stringify(reply)}`,
        cure: 'Answer hello with capabilities, flush after every line, and see `playhead driver check -- COMMAND`.',
      })
    }
    throw new PlayheadError({
      code: 'driver-dies',
      act: `Cannot start the driver \`${command}\`: it ended ${mostStarts} times before it had answered hello. It said:${indented(words)}`,
      cure: 'Run the command by itself, and mend what it complains of.',
    })
  }

  const newId = (what: string): string => `${what}-${++ids}`

  return {
    start: async () => {
      if (capabilities) return capabilities
      starting ??= startNow().finally(() => {
        starting = undefined
      })
      return starting
    },
    generation: () => generation,
    ask,
    tell,
    within,
    isBusy,
    owesAnswer: () => open.size > 0,
    events,
    newId,
    hearBy: (next) => {
      hearer = next
    },
    kill,
    close: async () => {
      if (!running) return
      // It may answer that too.
      void ask({ id: newId('bye'), type: 'bye' })
      for (let looks = 0; running && looks < mostGoodbyeLooks; looks++) await delay(lookEveryMs)
      await kill()
    },
  }
}

import { AsyncLocalStorage } from 'node:async_hooks'
import { PlayheadError } from '../../mocks/world/error.ts'
import type { Bench, RecordingClient } from '../client.ts'
import type { Op } from '../history.ts'
import { outcomeFrom } from '../outcome-from.ts'
import { formsOf } from '../run/mask.ts'
import type { Driver, Reply } from './driver.ts'
import type { DriverCapabilities, FromSuite } from './protocol.ts'

type Args = Extract<FromSuite, { type: 'call' }>['args']

/** One client of a driver: for one vendor and one credential, in one case. */
interface Opened {
  readonly name: string
  readonly bench: Bench
  /** The start of the driver that it was opened in. */
  generation: number
}

/** One case's talk with a driver. */
export interface Conversation {
  readonly connect: (bench: Bench) => Promise<RecordingClient>
  /** Closes every client, in order; a driver that still owes an answer is ended instead. */
  readonly end: () => Promise<void>
  /** What shows that the driver itself is broken, and nothing of the client. */
  readonly fault: () => PlayheadError | undefined
}

const closeSilenceMs = 2000

/** Lines of a case that are kept whatever they say; a driver may chatter without end. */
const mostSaid = 200

const faultOf = (what: string): PlayheadError =>
  new PlayheadError({
    code: 'broken-adapter',
    act: `Cannot judge the client: the driver ${what}`,
    cure: 'Mend the driver: `playhead driver check -- COMMAND` says what it does wrong.',
  })

/** Runs in the context of whoever calls this, as if it had been called there. */
type InContext = <T>(run: () => T) => T

/** Opens the talk of one case. @param deadlineMs what clients are told to answer within */
export const openConversation = (
  driver: Driver,
  capabilities: DriverCapabilities,
  deadlineMs: number,
): Conversation => {
  const clients: Opened[] = []
  const calls = new Map<string, { readonly bench: Bench; readonly inContext: InContext }>()
  let fault: PlayheadError | undefined
  let said = 0
  /** Whether a text that would be left out may not be. */
  const holdsKey = (text: string): boolean =>
    clients
      .flatMap(({ bench }) => Object.values(bench.credentials))
      .flatMap((value) => formsOf('key', value.replace(/^Bearer /, '')))
      .some(([form]) => text.includes(form))

  const broken = (what: string): PlayheadError => {
    fault ??= faultOf(what)
    return fault
  }

  driver.hearBy({
    talk: (text) => {
      if (++said <= mostSaid || holdsKey(text)) clients.at(-1)?.bench.log(text)
    },
    sleep: ({ id, ms, call }) => {
      const asleep = (call === undefined ? undefined : calls.get(call)) ?? [...calls.values()].at(-1)
      const bench = asleep?.bench ?? clients.at(-1)?.bench
      if (!bench) return
      const generation = driver.generation()
      const wake = (): void => {
        if (driver.generation() === generation) driver.tell({ id, type: 'wake', now: bench.now() })
      }
      if (ms === 0) return wake()
      const sleep = (): void => void bench.sleep(ms).then(wake)
      if (asleep) asleep.inContext(sleep)
      else sleep()
    },
  })

  /** What an answer means, where it is one that may be given there. */
  const read = (reply: Reply, what: string): Extract<Reply, { type: 'result' }> => {
    switch (reply.type) {
      case 'result':
        return reply
      case 'error':
        throw Object.assign(new Error(reply.message), { name: reply.name })
      case 'crashed':
        throw Object.assign(new Error(reply.message), { name: 'DriverCrashed' })
      case 'unsupported':
        throw broken(`claims ${what}, and answers it unsupported: ${reply.message}`)
      case 'fault':
        throw broken(`failed itself at ${what}: ${reply.message}`)
      default:
        throw broken(`answered ${what} with ${reply.type}`)
    }
  }

  /** Opens a client where the driver that it was open in has died. */
  const ready = async (client: Opened): Promise<void> => {
    await driver.start()
    if (client.generation === driver.generation()) return
    const { name, bench } = client
    const { vendor, baseUrl, credentials } = bench
    client.generation = driver.generation()
    const message = { client: name, case: 'case', vendor, baseUrl, credentials, now: bench.now() }
    read(await driver.ask({ id: driver.newId('open'), type: 'open', ...message }), `open for ${vendor}`)
  }

  const call = async (client: Opened, op: Op, args: Args, signal: AbortSignal | undefined) => {
    // Another is put to a driver that takes one at a time only when the one before was given up: it hangs.
    if (capabilities.concurrency === 1 && calls.size > 0) {
      calls.clear()
      await driver.kill()
    }
    await ready(client)
    const { bench } = client
    const id = driver.newId('call')
    const abort = (): void => driver.tell({ id: driver.newId('cancel'), type: 'cancel', call: id })
    if (capabilities.cancel) signal?.addEventListener('abort', abort, { once: true })
    calls.set(id, { bench, inContext: AsyncLocalStorage.snapshot() })
    const message = { client: client.name, op, args, now: bench.now(), deadlineMs }
    const reply = await driver.ask({ id, type: 'call', ...message })
    calls.delete(id)
    signal?.removeEventListener('abort', abort)
    const { outcome, raw } = read(reply, op)
    if (outcome) return outcome
    if (raw && op === 'look') return outcomeFrom(bench.vendor, raw, bench.now())
    throw broken(`answered ${op} with a result that holds no outcome`)
  }

  const connect = async (bench: Bench): Promise<RecordingClient> => {
    const client: Opened = { name: driver.newId('client'), bench, generation: 0 }
    clients.push(client)
    await ready(client)
    const has = (op: Op): boolean => capabilities.ops.includes(op)
    const part = (name: 'segment' | 'from', value: number | undefined) =>
      value === undefined ? {} : { [name]: value }
    // What a driver answers is checked by the rules, as what any client answers.
    return {
      getRecording: (ref, { signal } = {}) => call(client, 'look', { ref }, signal),
      ...(has('download')
        ? {
            download: (ref, { signal, segment, from } = {}) =>
              call(client, 'download', { ref, ...part('segment', segment), ...part('from', from) }, signal),
          }
        : {}),
      ...(has('replies')
        ? { listReplies: (ref, { signal } = {}) => call(client, 'replies', { ref }, signal) }
        : {}),
    } as RecordingClient
  }

  return {
    connect,
    end: async () => {
      for (const { name, generation } of clients) {
        if (generation !== driver.generation()) continue
        if (driver.owesAnswer()) return driver.kill()
        const closing = driver.ask({ id: driver.newId('close'), type: 'close', client: name })
        const { type } = await driver.within(closeSilenceMs, closing)
        if (type === 'silent') return driver.kill()
      }
    },
    fault: () => fault,
  }
}

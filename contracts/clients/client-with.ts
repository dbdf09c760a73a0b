import type { Operation } from '../../mocks/vendors/define.ts'
import { vendorNamed } from '../../mocks/vendors/named.ts'
import type { Outcome, OutcomeSegment } from '../../mocks/world/outcome.ts'
import type { Bench, ClientModule, DownloadOptions, DownloadOutcome, RecordingClient } from '../client.ts'
import { aliveAt, byClockAhead } from './alive.ts'
import { openPace } from './pace.ts'
import type { Kept, Policy } from './policy.ts'
import { ask } from './question.ts'
import { openTransfer } from './transfer.ts'

type Refusal = Exclude<Outcome, { kind: 'playable' }>

const refusedId: Refusal = { kind: 'invalid-request', details: ['The id is empty or nothing but dots.'] }

const firstEnd = (segments: readonly OutcomeSegment[]): number | undefined =>
  segments.flatMap(({ expiresAt }) => expiresAt ?? []).toSorted((a, b) => a - b)[0]

const connect = (bench: Bench, policy: Policy): RecordingClient => {
  const vendor = vendorNamed(bench.vendor, 'Cannot connect')
  const shelf = policy.shelf(bench)
  const looks = policy.questions(bench)
  const turn = openPace(bench, policy, vendor)

  const pathOf = (asks: Operation['asks'], id: string): string | undefined => {
    const segment = policy.pathSegment(id)
    const operation = vendor.operations.find((one) => one.asks === asks)
    return segment === undefined ? undefined : operation?.path.replace(/\{[^}]+\}/, () => segment)
  }

  const obeyed = (signal: AbortSignal | undefined): AbortSignal | undefined =>
    policy.obeysCancel ? signal : undefined

  const lookAfresh = async (id: string, signal: AbortSignal): Promise<Outcome> => {
    const path = pathOf('recording', id)
    if (path === undefined) return refusedId
    const { answered, sentAt, receivedAt } = await ask(bench, policy, path, turn, signal)
    if (answered === 'lost') return policy.lost()
    const ahead = policy.aheadMs(answered, { sentAt, receivedAt })
    const read = byClockAhead(policy.read(vendor, answered, sentAt + ahead), ahead)
    const outcome = policy.checksAge ? aliveAt(read, bench.now()) : read
    if (outcome.kind !== 'playable') shelf.delete(id)
    else shelf.set(id, { outcome, fetchedAt: sentAt, expiresAt: firstEnd(outcome.segments) } satisfies Kept)
    return outcome
  }

  const look = async (id: string, signal: AbortSignal | undefined): Promise<Outcome> => {
    const kept = shelf.get(id)
    if (kept && policy.isFresh(kept, bench.now())) return kept.outcome
    return looks.join(id, signal, (flying) => lookAfresh(id, flying))
  }

  const download = async (
    id: string,
    { segment, from = 0 }: DownloadOptions,
    signal: AbortSignal,
  ): Promise<DownloadOutcome> => {
    const transfer = openTransfer(bench, policy, from)
    for (let refreshed = 0; ; refreshed++) {
      const outcome = await look(id, signal)
      if (outcome.kind !== 'playable') return outcome
      const wanted =
        segment === undefined ? outcome.segments.find(({ url }) => url) : outcome.segments[segment]
      if (!wanted) return { kind: 'absent' }
      if (!wanted.url) return { kind: wanted.state === 'ready' ? 'unknown' : wanted.state }
      const fetched = await transfer.fetch(wanted, signal)
      if (fetched !== 'refused') return fetched
      if (policy.forgetsRefused) shelf.delete(id)
      if (refreshed >= policy.refreshes) return policy.refused()
    }
  }

  const logged = async <O extends { readonly kind: string }>(id: string, work: Promise<O>): Promise<O> => {
    const outcome = await work
    const line = policy.logLine(id, outcome, bench.now())
    if (line !== undefined) bench.log(line)
    return outcome
  }

  const client: RecordingClient = {
    getRecording: (ref, options = {}) => logged(ref, look(ref, obeyed(options.signal))),
    download: (ref, options = {}) =>
      logged(ref, download(ref, options, obeyed(options.signal) ?? bench.signal)),
  }
  if (!vendor.decodeReplies) return client
  const listReplies: NonNullable<RecordingClient['listReplies']> = async (ref, options = {}) => {
    const signal = obeyed(options.signal) ?? bench.signal
    if (policy.repliesNeedRecording) {
      const outcome = await look(ref, signal)
      if (outcome.kind !== 'playable') return outcome
    }
    const path = pathOf('replies', ref)
    if (path === undefined) return refusedId
    const { answered, sentAt } = await ask(bench, policy, path, turn, signal)
    if (answered === 'lost') return policy.lost()
    return policy.readReplies(vendor, answered, sentAt)
  }
  return { ...client, listReplies: (ref, options) => logged(ref, listReplies(ref, options)) }
}

/** A client module that decides as a policy says. */
export const clientWith = (name: string, policy: Policy): ClientModule => ({
  name,
  capabilities: { logs: true, cancel: true, concurrency: true, resume: true },
  connect: (bench) => connect(bench, policy),
})

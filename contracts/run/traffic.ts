import { type Setting, type Simulated, simulate } from '../../mocks/simulator.ts'
import { PlayheadError } from '../../mocks/world/error.ts'
import type { MediaBody, WireBody, WireResponse } from '../../mocks/world/exchange.ts'
import type { Grant } from '../../mocks/world/grant.ts'
import type { Usage } from '../../mocks/world/usage.ts'
import type { Arrival, Issued, Line, Port } from '../define.ts'
import type { EventOf, Role } from '../history.ts'
import type { Agenda } from './agenda.ts'
import { headersWorthKeeping } from './kept-headers.ts'
import type { Recorder } from './recorder.ts'
import { sendBody } from './send-body.ts'

type How = EventOf<'settled'>['how']

/** What the traffic of a run needs to know of the rest of it. */
export interface TrafficOptions {
  readonly agenda: Agenda
  readonly recorder: Recorder
  /** The world and the place as they are now. */
  readonly setting: () => Setting
  readonly usage: Usage
  /** The asks that are open. */
  readonly openAsks: () => readonly string[]
  /** The ask that the running code belongs to, as far as it can be told. */
  readonly owner: () => string | undefined
}

/** Everything on its way between one client and the simulator. */
export interface Traffic {
  readonly arrive: Port['arrive']
  readonly issue: Port['issue']
  /**
   * Takes in what has come since time stood still: first who has left, then the requests in the order of their calls.
   * Nothing is taken in before, so that no wire's speed shows. A request whose client has left by then was never sent.
   */
  readonly takeIn: () => void
  readonly usage: () => Usage
  /** The links handed out so far. */
  readonly grants: readonly Grant[]
  /** The stored objects that were sent, whole or in part. */
  readonly sent: readonly { readonly call: string; readonly segment: number }[]
  /** Keeps back the answer to the next request to a role. */
  readonly hold: (role: Role) => void
  /** Delivers the oldest answer kept back; `false` where there is none. */
  readonly deliver: () => boolean
  /** Keeps nothing back any more. */
  readonly release: () => void
  /** Whether an answer is kept back that somebody still waits for. */
  readonly holding: () => boolean
  /**
   * Nothing more comes: what is still open is written down as it is left.
   * @throws PlayheadError `broken-simulator` where a request could not be answered for a fault of our own
   */
  readonly close: () => void
}

/** Opens the traffic of one run: requests are answered as they arrive, and answers travel in virtual time. */
export const openTraffic = (options: TrafficOptions): Traffic => {
  const { agenda, recorder, setting, openAsks, owner } = options
  let { usage } = options
  let count = 0
  let fault: { readonly error: unknown } | undefined
  let holds: readonly Role[] = []
  const held: { readonly request: string; readonly deliver: () => void }[] = []
  const grants: Grant[] = []
  const sent: { call: string; segment: number }[] = []
  const open = new Map<string, (how: How) => void>()

  let calls = 0
  const issue = (): Issued => ({ number: ++calls, during: openAsks(), owner: owner() })
  const known = new WeakSet<Issued>()
  let arrived: readonly Visit[] = []
  const visits = new Set<Visit>()

  const arrive = (arrival: Arrival, line: Line): (() => void) => {
    const visit: Visit = { arrival, line, left: false, leave: () => {} }
    arrived = [...arrived, visit]
    return () => {
      visit.left = true
    }
  }

  const takeIn = (): void => {
    for (const visit of visits) {
      if (!visit.left) continue
      visits.delete(visit)
      visit.leave()
    }
    const now = arrived.filter(({ left }) => !left)
    arrived = []
    for (const visit of now.toSorted((a, b) => callOf(a) - callOf(b))) {
      visits.add(visit)
      visit.leave = take(visit.arrival, visit.line)
    }
  }

  const take = ({ role, request: wire, issued }: Arrival, line: Line): (() => void) => {
    const request = `r${++count}`
    // Where a redirect led, others may have asked meanwhile.
    const during = issued && !known.has(issued) ? issued.during : openAsks()
    if (issued) known.add(issued)
    const { method, path, headers } = wire
    recorder.record({
      kind: 'sent',
      at: agenda.now(),
      request,
      during,
      role,
      method,
      path,
      headers: headersWorthKeeping(headers),
    })
    let cancel = (): void => {}
    const settle = (how: How): void => {
      if (!open.delete(request)) return
      cancel()
      recorder.record({ kind: 'settled', at: agenda.now(), request, how })
    }
    open.set(request, settle)
    const later = (afterMs: number, run: () => void): void => {
      cancel = agenda.add(agenda.now() + afterMs, run, issued?.owner)
    }
    const refuse = (): void => {
      settle('reset')
      line.cut()
    }
    if (role === 'elsewhere') {
      later(0, refuse)
      return () => settle('aborted')
    }
    let answer: Simulated
    try {
      answer = simulate(setting(), usage, role, wire)
    } catch (error) {
      // Thrown on, it would look like a fetch that failed, and the client would be blamed for it.
      fault ??= { error }
      return () => settle('aborted')
    }
    usage = answer.usage
    grants.push(...answer.sighting.grants)
    const { response, sighting } = answer
    const deliver = (): void => {
      if (response.delivery?.reset === 'before-headers') {
        refuse()
        return
      }
      const object = objectIn(response, sighting)
      if (object) sent.push(object)
      recorder.record({
        kind: 'received',
        at: agenda.now(),
        request,
        status: response.status,
        headers: response.headers,
        ...(typeof response.body === 'string' ? { body: response.body } : {}),
        ...(object ? { object } : {}),
      })
      sendBody(response, line, later, settle)
    }
    if (response.delivery?.silent) return () => settle('aborted')
    const place = holds.indexOf(role)
    if (place >= 0) {
      holds = holds.toSpliced(place, 1)
      held.push({ request, deliver })
    } else later(response.delivery?.headersAfterMs ?? 0, deliver)
    return () => settle('aborted')
  }

  return {
    arrive,
    issue,
    takeIn,
    usage: () => usage,
    grants,
    sent,
    hold: (role) => {
      holds = [...holds, role]
    },
    deliver: () => {
      // Those whose client has left meanwhile are passed over.
      const oldest = held.findIndex(({ request }) => open.has(request))
      const [delivered] = oldest < 0 ? [] : held.splice(0, oldest + 1).slice(-1)
      delivered?.deliver()
      return delivered !== undefined
    },
    release: () => {
      holds = []
    },
    holding: () => held.some(({ request }) => open.has(request)),
    close: () => {
      for (const settle of [...open.values()]) settle('unanswered')
      if (fault)
        throw new PlayheadError({
          code: 'broken-simulator',
          act: `Cannot answer a request of the client: the simulator failed with ${String(fault.error)}`,
          cure: 'This is a fault of Playhead and not of the client: please report it with the case file.',
          cause: fault.error,
        })
    },
  }
}

/** A request from its arrival on. */
interface Visit {
  readonly arrival: Arrival
  readonly line: Line
  left: boolean
  leave: () => void
}

const callOf = ({ arrival }: Visit): number => arrival.issued?.number ?? Number.MAX_SAFE_INTEGER

const isMedia = (body: WireBody): body is MediaBody => typeof body === 'object'

/** Which stored bytes a storage response carries. */
export const objectIn = (
  { headers, body }: WireResponse,
  { call, segment }: { readonly call?: string; readonly segment?: number },
): EventOf<'received'>['object'] => {
  if (!isMedia(body) || call === undefined || segment === undefined) return undefined
  const [, from, to, of] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(headers['content-range'] ?? '') ?? []
  return from === undefined
    ? { call, segment, from: 0, to: body.length, of: body.length }
    : { call, segment, from: Number(from), to: Number(to) + 1, of: Number(of) }
}

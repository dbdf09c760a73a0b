import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { listen } from '../../../mocks/hosts/listen.ts'
import { wireRequestOf } from '../../../mocks/hosts/node-request.ts'
import { send } from '../../../mocks/hosts/node-send.ts'
import { refusal } from '../../../mocks/sandboxes/refusal.ts'
import { PlayheadError } from '../../../mocks/world/error.ts'
import { mostHeaderBytes } from './ask-upstream.ts'
import { forward, type Passed } from './forward.ts'
import type { Upstream } from './upstream.ts'

/** Told of each request, once it is known what came of it. */
export type Watch = (asked: IncomingMessage, passed: Passed) => void

/** A proxy that listens. */
export interface Proxy {
  /** Its origin, without a slash at its end. */
  readonly url: string
  /** Cuts off what is still on its way; when it has ended, everything has been told. Throws what `watch` has thrown. */
  close(): Promise<void>
}

/** Why something failed, in the words of whoever knows. */
export const reasonOf = (cause: unknown): string => {
  // A name with several addresses fails once for each of them.
  if (cause instanceof AggregateError && cause.message === '')
    return [...new Set(cause.errors.map((one) => reasonOf(one)))].join('; ')
  return cause instanceof Error ? cause.message : String(cause)
}

const unreachable = ({ name }: Upstream, cause: unknown): PlayheadError =>
  new PlayheadError({
    code: 'upstream-unreachable',
    act: `Cannot pass the request on: ${name} gave no answer (${reasonOf(cause)})`,
    cure: 'Look whether the address given with --upstream still leads to the vendor.',
    cause,
  })

/**
 * Stands a proxy up on the loopback, before one upstream.
 * @param port 0 takes a free one
 * @throws PlayheadError `port-in-use`, `port-refused`, `cannot-listen`
 */
export const standProxy = async (upstream: Upstream, port: number, watch: Watch): Promise<Proxy> => {
  const stopping = new AbortController()
  const under = new Set<Promise<void>>()
  const faults: unknown[] = []
  const pass = async (asked: IncomingMessage, to: ServerResponse): Promise<void> => {
    const passed = await forward(asked, to, upstream)
    watch(asked, passed)
    if (passed.kind !== 'unreachable') return
    const wire = wireRequestOf(asked)
    await send(refusal(unreachable(upstream, passed.cause), wire, 502), wire.method, to, stopping.signal)
  }
  // A long upload is the client's business.
  const server = createServer({ maxHeaderSize: mostHeaderBytes, requestTimeout: 0 }, (asked, to) => {
    const passing = pass(asked, to).catch((fault: unknown) => {
      faults.push(fault)
      to.destroy()
    })
    under.add(passing)
    void passing.finally(() => under.delete(passing))
  })
  const host = '127.0.0.1'
  const url = `http://${host}:${await listen(server, host, port)}`
  return {
    url,
    close: async () => {
      stopping.abort()
      server.close()
      server.closeAllConnections()
      await Promise.all(under)
      // Everything was passed on all the same; but what is told of it cannot be trusted.
      if (faults.length > 0) throw faults[0]
    },
  }
}

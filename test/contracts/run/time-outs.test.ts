import http from 'node:http'
import { setTimeout as timer } from 'node:timers'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import got from 'got'
import { Agent, request } from 'undici'
import { describe, expect, test } from 'vitest'
import type { Bench, ClientModule } from '../../../contracts/client.ts'
import { loopback } from '../../../contracts/entries/loopback.ts'
import { direct } from '../../../contracts/run/direct.ts'
import { realTimers } from '../../../contracts/run/relayed-timers.ts'
import { runCase } from '../../../contracts/run/run-case.ts'
import { look, only, smallCase, start, trouble, vendorOf } from '../support/small-case.ts'

const limitMs = 30_000

type Ask = (url: string, headers: Readonly<Record<string, string>>, bench: Bench) => Promise<unknown>

/** Is down where its asking fails, and knows nothing otherwise. */
const asking = (ask: Ask): ClientModule => ({
  name: 'asking',
  ownTimers: true,
  connect: (bench) => ({
    getRecording: async () => {
      try {
        await ask(`${bench.baseUrl}/v1/call/c1/recording`, bench.credentials, bench)
        return { kind: 'unknown' }
      } catch {
        return { kind: 'unavailable' }
      }
    },
  }),
})

const silence = smallCase([trouble({ kind: 'silence' }), look()])

/** When the client answered in silence, and when it was given up. */
const ends = async (ask: Ask, transport = loopback) => {
  const history = await runCase(silence, vendorOf('osvi'), asking(ask), transport)
  return {
    answered: only(history, 'answered').map(({ at, outcome }) => [at - start, outcome?.kind]),
    hung: only(history, 'hung').map(({ at }) => at - start),
  }
}

const gives = (options: http.RequestOptions, limit?: number): Ask =>
  async function byHttp(url, headers) {
    await new Promise((resolve, reject) => {
      const asked = http.get(url, { ...options, headers: { ...headers } }, (response) =>
        response.resume().on('end', resolve),
      )
      if (limit !== undefined) asked.setTimeout(limit)
      asked.on('timeout', () => asked.destroy(new Error('too late')))
      asked.on('error', reject)
    })
  }

const early = globalThis.setTimeout
const earlyPause = promisify(setTimeout)
const fails = (): never => {
  throw new Error('too late')
}
const race =
  (late: () => Promise<unknown>): Ask =>
  (url, headers, bench) =>
    Promise.race([bench.fetch(url, { headers }), late().then(fails)])

const dispatcher = new Agent()
const agent = new http.Agent({ keepAlive: true })

const bySocket: readonly (readonly [string, Ask, number])[] = [
  ['http.request with a time-out', gives({ agent: false, timeout: limitMs }), limitMs],
  [
    'http.request with a time-out, on an agent that keeps sockets',
    gives({ agent, timeout: limitMs }),
    limitMs,
  ],
  ['request.setTimeout', gives({}, limitMs), limitMs],
  // It puts a timer of no length before its own end.
  [
    'got with a time-out for the socket',
    (url, headers) => got(url, { headers, retry: { limit: 0 }, timeout: { socket: limitMs } }),
    limitMs + 1,
  ],
  // Undici counts in ticks of 499 ms, on a timer that it keeps from case to case.
  [
    'undici with a time-out for the headers',
    (url, headers) => request(url, { dispatcher, headers, headersTimeout: limitMs }),
    61 * 499,
  ],
]

const byTimer: readonly (readonly [string, Ask])[] = [
  [
    'AbortSignal.timeout',
    (url, headers, { fetch }) => fetch(url, { headers, signal: AbortSignal.timeout(limitMs) }),
  ],
  ['a setTimeout kept when it was loaded', race(() => new Promise((resolve) => early(resolve, limitMs)))],
  ['a setTimeout promisified when it was loaded', race(() => earlyPause(limitMs))],
  ['setTimeout of node:timers', race(() => new Promise((resolve) => timer(resolve, limitMs)))],
  ['setTimeout of node:timers/promises', race(() => pause(limitMs))],
]

describe('a held answer is given up when the client has said so', () => {
  // Twice: what a module keeps to itself is kept from case to case.
  test.each(bySocket)('by %s', async (_, ask, at) => {
    const expected = { answered: [[at, 'unavailable']], hung: [] }
    expect([await ends(ask), await ends(ask)]).toEqual([expected, expected])
  })

  test.each(byTimer)('by %s, whatever the transport', async (_, ask) => {
    const expected = { answered: [[limitMs, 'unavailable']], hung: [] }
    expect([await ends(ask, direct), await ends(ask)]).toEqual([expected, expected])
  })
})

test('bytes put the idle time-out of a socket off', async () => {
  const slow = smallCase([trouble({ kind: 'trickle', bytesPerSecond: 1 }), look()])
  const client = asking(gives({ agent: false, timeout: 5000 }))
  const history = await runCase(slow, vendorOf('osvi'), client, loopback)
  const [answer] = only(history, 'answered')
  expect(answer?.outcome).toEqual({ kind: 'unknown' })
  expect((answer?.at ?? 0) - start).toBeGreaterThan(limitMs)
})

describe.each([direct, loopback])('where nothing is left to wait for, $name', (transport) => {
  const waiting = (late: () => Promise<unknown>) => ends(race(late), transport)

  test('a client hangs', async () => {
    expect(await waiting(() => new Promise(() => {}))).toEqual({ answered: [], hung: [0] })
  })

  test('but real time: nobody can tell', async () => {
    const cleared: unknown[] = []
    const late = () => new Promise((resolve) => cleared.push(realTimers.setTimeout(resolve, limitMs)))
    try {
      await expect(waiting(late)).rejects.toMatchObject({ code: 'native-timer' })
    } finally {
      for (const one of cleared) realTimers.clearTimeout(one)
    }
  })
})

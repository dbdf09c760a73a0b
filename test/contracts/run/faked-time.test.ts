import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cases } from '../../../contracts/arbitraries/cases.ts'
import type { Bench, ClientModule } from '../../../contracts/client.ts'
import { loopback } from '../../../contracts/entries/loopback.ts'
import { endInBoundedTime } from '../../../contracts/rules/end-in-bounded-time.ts'
import { pollWithBounds } from '../../../contracts/rules/poll-with-bounds.ts'
import { waitAsTold } from '../../../contracts/rules/wait-as-told.ts'
import { direct } from '../../../contracts/run/direct.ts'
import { runCase } from '../../../contracts/run/run-case.ts'
import { vendors } from '../../../mocks/vendors/index.ts'
import type { Outcome } from '../../../mocks/world/outcome.ts'
import { askOnce, clientThat } from '../support/clients.ts'
import { look, only, pass, smallCase, start, trouble, vendorOf } from '../support/small-case.ts'

const real = {
  Date,
  setTimeout,
  setInterval,
  clearTimeout,
  now: performance.now,
  timeout: AbortSignal.timeout,
}
const transports = [direct, loopback]

const own = (see: (bench: Bench, ref: string, signal?: AbortSignal) => Promise<Outcome>): ClientModule => ({
  ...clientThat(see),
  ownTimers: true,
})
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Asks again after so long, where it is limited. */
const retrying = (ms: number) =>
  own(async (bench, ref) => {
    const first = await askOnce(bench, ref)
    if (first.kind !== 'rate-limited') return first
    await wait(ms)
    return askOnce(bench, ref)
  })

/** Polls while there may still come something, so often. */
const polling = (everyMs: number) =>
  own(
    (bench, ref) =>
      new Promise((resolve) => {
        const begun = Date.now()
        const timer = setInterval(async () => {
          const outcome = await askOnce(bench, ref)
          if (outcome.kind === 'processing' && Date.now() - begun < 600_000) return
          clearInterval(timer)
          resolve(outcome)
        }, everyMs)
      }),
  )

describe.each(transports)('a client with timers of its own, $name', (transport) => {
  const limited = trouble({ kind: 'status', status: 429, retryAfterSeconds: 60, told: 'header' }, 'api', 1)
  test.each([
    ['waits a minute as told', 60_000, 0],
    ['waits a second less', 59_000, 1],
  ])('%s', async (_, ms, violations) => {
    const history = await runCase(
      smallCase([limited, look()], { vendor: 'envoy' }),
      vendorOf('envoy'),
      retrying(ms),
      transport,
    )
    expect(only(history, 'sent').map(({ at }) => at - start)).toEqual([0, ms])
    expect(waitAsTold.judge(history).violations).toHaveLength(violations)
  })

  test.each([
    ['every ten seconds', 10_000, 60, false],
    ['every second', 1000, 600, true],
  ])('polls for ten minutes, %s', async (_, ms, polls, isWrong) => {
    const processing = { c1: { segments: [{ id: 's1', status: 'processing' as const }] } }
    const history = await runCase(
      smallCase([look()], { vendor: 'feather', calls: processing }),
      vendorOf('feather'),
      polling(ms),
      transport,
    )
    expect(only(history, 'sent')).toHaveLength(polls)
    expect(pollWithBounds.judge(history).violations.length > 0).toBe(isWrong)
  })

  test.each([
    ['ends by AbortSignal.timeout', true],
    ['waits for ever', false],
  ])('%s on silence', async (_, limits) => {
    const client = own((bench, ref) =>
      askOnce(bench, ref, limits ? { signal: AbortSignal.timeout(30_000) } : {}).catch((error) =>
        error.name === 'TimeoutError' ? ({ kind: 'unavailable' } as const) : ({ kind: 'unknown' } as const),
      ),
    )
    const history = await runCase(
      smallCase([trouble({ kind: 'silence' }), look()]),
      vendorOf('osvi'),
      client,
      transport,
    )
    expect(only(history, 'answered').map(({ at, outcome }) => [at - start, outcome?.kind])).toEqual(
      limits ? [[30_000, 'unavailable']] : [],
    )
    expect(endInBoundedTime.judge(history).violations).toHaveLength(limits ? 0 : 1)
  })

  test('sees the clock of the world and its own skew, and only while its case is run', async () => {
    const seen: number[] = []
    const client = own(async (bench, ref) => {
      seen.push(Date.now() - start, performance.now(), bench.now() - Date.now())
      return askOnce(bench, ref)
    })
    const steps = [look(), pass(5000), look(), { do: 'skew', ms: -3000 } as const, look()]
    await runCase(smallCase(steps), vendorOf('osvi'), client, transport)
    expect(seen).toEqual([0, 0, 0, 5000, 5000, 0, 2000, 5000, 0])
    expect({
      Date,
      setTimeout,
      setInterval,
      clearTimeout,
      now: performance.now,
      timeout: AbortSignal.timeout,
    }).toEqual(real)
  })
})

test('generated cases give it the same history on both', async () => {
  const client = own((bench, ref) =>
    askOnce(bench, ref, { signal: AbortSignal.timeout(20_000) })
      .catch(() => wait(1000).then(() => askOnce(bench, ref, { signal: AbortSignal.timeout(20_000) })))
      .catch(() => ({ kind: 'unavailable' })),
  )
  for (const vendor of vendors)
    for (const given of fc.sample(cases(vendor.id), { numRuns: 40, seed: 31 })) {
      const [straight, wired] = [
        await runCase(given, vendor, client, direct),
        await runCase(given, vendor, client, loopback),
      ]
      expect(JSON.stringify(wired, null, 1)).toBe(JSON.stringify(straight, null, 1))
    }
})

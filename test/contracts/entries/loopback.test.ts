import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cases } from '../../../contracts/arbitraries/cases.ts'
import { reference } from '../../../contracts/clients/reference.ts'
import { loopback } from '../../../contracts/entries/loopback.ts'
import { runCase } from '../../../contracts/run/run-case.ts'
import type { Step } from '../../../contracts/step.ts'
import { vendors } from '../../../mocks/vendors/index.ts'
import { askOnce, clientThat, impatient, plain } from '../support/clients.ts'
import { download, gist, look, only, smallCase, trouble, vendorOf } from '../support/small-case.ts'

const osvi = vendorOf('osvi')

const bothWays = async (steps: readonly Step[], client = plain, calls?: Parameters<typeof smallCase>[1]) => {
  const wired = await runCase(smallCase(steps, calls), osvi, client, loopback)
  const straight = await runCase(smallCase(steps, calls), osvi, client)
  expect(JSON.stringify(wired, null, 1)).toBe(JSON.stringify(straight, null, 1))
  return wired
}

describe('over real sockets', () => {
  test.each(vendors)('$id has the same history as without a wire, byte for byte', async (vendor) => {
    for (const given of fc.sample(cases(vendor.id), { numRuns: 60, seed: 21 })) {
      const client = given.seed % 2 === 0 ? plain : reference
      const wired = await runCase(given, vendor, client, loopback)
      const straight = await runCase(given, vendor, client)
      expect(JSON.stringify(wired, null, 1)).toBe(JSON.stringify(straight, null, 1))
    }
  })

  test.each<[string, Step, string]>([
    [
      'a connection that dies before the head',
      trouble({ kind: 'reset', at: 'before-headers' }),
      'fetch failed',
    ],
    ['one that dies in the middle of the body', trouble({ kind: 'reset', at: 'mid-body' }), 'terminated'],
    ['a body shorter than its length', trouble({ kind: 'truncate' }), 'terminated'],
  ])('%s is an error of fetch itself', async (_, step, message) => {
    const history = await bothWays([step, look(), { do: 'calm' }, look()])
    expect(only(history, 'answered').map(({ error, outcome }) => error?.message ?? outcome?.kind)).toEqual([
      message,
      'playable',
    ])
  })

  test('silence is a hang for who waits for ever, and a time-out for who does not', async () => {
    const silent = trouble({ kind: 'silence' })
    expect(gist(await bothWays([silent, look()]), 'disturbed')).toContain('hung a1')
    expect(only(await bothWays([silent, look()], impatient(30_000)), 'answered')).toMatchObject([
      { outcome: { kind: 'unavailable' } },
    ])
  })

  test('a recording of many megabytes comes whole', async () => {
    const long = {
      calls: { c1: { segments: [{ id: 's1', status: 'completed', durationSeconds: 600 }] } },
    } as const
    const history = await bothWays([download()], plain, long)
    const [truth] = history.truths
    expect(truth?.length).toBeGreaterThan(1_000_000)
    expect(only(history, 'answered')).toMatchObject([{ outcome: { sha256: truth?.sha256 } }])
  })

  test('time goes on past a client that does not read what it is sent', async () => {
    const idle = clientThat(async (bench, ref) => {
      const outcome = await askOnce(bench, ref)
      if (outcome.kind !== 'playable') return outcome
      const { body } = await bench.fetch(outcome.segments[0]?.url ?? '')
      await bench.sleep(60_000)
      await body?.cancel()
      return outcome
    })
    const long = {
      calls: { c1: { segments: [{ id: 's1', status: 'completed', durationSeconds: 600 }] } },
    } as const
    expect(only(await bothWays([look()], idle, long), 'answered')).toMatchObject([
      { outcome: { kind: 'playable' } },
    ])
  })

  test('requests sent at once arrive in the order of their calls, also where one has to connect first', async () => {
    const two = clientThat(async (bench, ref) => {
      await askOnce(bench, ref)
      const [first] = await Promise.all([
        askOnce(bench, ref),
        askOnce(bench, `${ref}-2`),
        askOnce(bench, ref),
      ])
      return first
    })
    const history = await bothWays([look(), look()], two)
    expect(only(history, 'sent')).toHaveLength(8)
  })

  test('what goes to neither origin never leaves', async () => {
    const astray = clientThat((bench, ref) => askOnce({ ...bench, baseUrl: 'https://nowhere.invalid' }, ref))
    const history = await bothWays([look()], astray)
    expect(only(history, 'sent')).toMatchObject([{ role: 'elsewhere' }])
    expect(only(history, 'settled')).toMatchObject([{ how: 'reset' }])
  })

  test('nothing is left behind, neither by a case that ends nor by one that could not be run', async () => {
    const sockets = () => process.getActiveResourcesInfo().filter((name) => /TCP/.test(name))
    const before = sockets()
    await runCase(smallCase([trouble({ kind: 'silence' }), look()]), osvi, plain, loopback)
    const broken = { connect: () => Promise.reject(new Error('no')) }
    await expect(runCase(smallCase([look()]), osvi, broken, loopback)).rejects.toThrow('no')
    await new Promise((resolve) => setImmediate(resolve))
    expect(sockets()).toEqual(before)
  })
})

import { describe, expect, test } from 'vitest'
import { suitesOf } from '../../../contracts/contract/tests.ts'
import type { Verdict } from '../../../contracts/contract/verdict.ts'
import type { ContractOptions } from '../../../contracts/contract.ts'
import { direct } from '../../../contracts/run/direct.ts'
import * as first from '../../../examples/first-client.ts'

const plugged = 'it is plugged in, and can be judged'
const held = 'its known failures are still there'

/** What the tests of one suite come to, by title. */
const verdicts = async (more: Partial<ContractOptions> = {}): Promise<ReadonlyMap<string, Verdict>> => {
  const [suite] = suitesOf({ ...first, vendor: 'osvi', cases: 0, ...more }, async () => direct)
  const read = suite?.tests.map(async ({ title, verdict }) => [title, await verdict()] as const)
  return new Map(await Promise.all(read ?? []))
}

const known = (rule: string, more = {}) => ({
  playhead: 1,
  known: [
    { rule, vendor: 'osvi', reason: 'client', issue: 'https://example.com/7', until: '2027-01-31', ...more },
  ],
})

describe('the tests of a contract', () => {
  test('run nothing before one of them is asked', () => {
    const connect = () => {
      throw new Error('nobody asked')
    }
    expect(
      suitesOf({ connect, vendor: ['osvi', 'quo'] }, async () => direct).map(({ title }) => title),
    ).toEqual(['client keeps the contract of OSVI', 'client keeps the contract of Quo'])
  })

  test('connect a client once for all of them', async () => {
    let connected = 0
    const connect: typeof first.connect = (bench) => {
      connected++
      return first.connect(bench)
    }
    const [suite] = suitesOf({ ...first, connect, vendor: 'osvi', cases: 0 }, async () => direct)
    const [one, other] = suite?.tests ?? []
    await one?.verdict()
    const atFirst = connected
    await other?.verdict()
    expect(atFirst).toBeGreaterThan(0)
    expect(connected).toBe(atFirst)
  })

  test('fail, all of them, where the adapter is broken: a filter must not make a run green', async () => {
    const told = await verdicts({
      connect: () => ({ getRecording: async () => ({ kind: 'absent' }) }),
      rules: ['escape-the-id', 'get-never-head'],
    })
    expect(told.get(plugged)).toMatchObject({ kind: 'failed', told: expect.stringContaining('looks broken') })
    expect([...told.values()].every(({ kind }) => kind === 'failed')).toBe(true)
  })

  test('fail where nothing could be judged', async () => {
    const told = await verdicts({ capabilities: { vendors: ['quo'] } })
    expect(told.get(plugged)).toEqual({
      kind: 'failed',
      told: 'nothing could be judged: the client speaks to quo alone',
    })
  })

  test('leave a known failure out, as long as it is one', async () => {
    const today = '2026-12-01'
    const baseline = known('escape-the-id')
    const told = await verdicts({ baseline, today })
    expect(told.get('escape-the-id')).toEqual({
      kind: 'skipped',
      why: 'known: https://example.com/7 until 2027-01-31',
    })
    expect(told.get(held)).toEqual({ kind: 'passed' })
    const later = await verdicts({ baseline, today: '2027-02-01' })
    expect(later.get('escape-the-id')?.kind).toBe('failed')
    expect(later.get(held)?.kind).toBe('failed')
    const mended = await verdicts({ baseline: known('honour-success-false'), today })
    expect(mended.get(held)).toMatchObject({ told: expect.stringContaining('known failure, and passes') })
  })

  test('are those of the chosen rules alone', async () => {
    expect([...(await verdicts({ rules: ['1.0', 'escape-the-id'] })).keys()]).toEqual([
      plugged,
      'escape-the-id',
    ])
  })

  test.for([
    [{ vendor: 'osvy' }, 'unknown-vendor'],
    [{ rules: ['escape-the-ids'] }, 'unknown-rule'],
    [{ baseline: {} }, 'bad-baseline'],
  ] as const)('are refused with %j', ([more, code]) => {
    expect(() => suitesOf({ ...first, vendor: 'osvi', ...more }, async () => direct)).toThrow(
      expect.objectContaining({ code }),
    )
  })
})

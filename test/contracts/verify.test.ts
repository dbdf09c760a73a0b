import { describe, expect, test } from 'vitest'
import type { ClientModule } from '../../contracts/client.ts'
import { defineRule, type Rule } from '../../contracts/define.ts'
import { replay } from '../../contracts/replay.ts'
import { exitCode } from '../../contracts/report.ts'
import { verify } from '../../contracts/verify.ts'
import { clientThat, hoarder, plain } from './support/clients.ts'
import { look, only, smallCase, toLinkEnd, vendorOf } from './support/small-case.ts'

const osvi = vendorOf('osvi')
const quo = vendorOf('quo')

const base = {
  level: 'must',
  vendors: ['osvi', 'quo'],
  needs: ['look'],
  says: 'Nothing dead is handed out.',
  basis: [],
  since: '1.0.0',
} as const

/** A rule that looks at the ends clients themselves told. */
const nothingDead = defineRule({
  ...base,
  id: 'nothing-dead',
  should: ['quo'],
  witness: (vendor) => smallCase([look(), toLinkEnd(), look()], { vendor }),
  judge: (history) => {
    // It goes by the world's clock alone, which is unfair to a client that was given a wrong one.
    if (only(history, 'skewed').length > 0) return { judged: 0, violations: [] }
    const plays = only(history, 'answered').filter(({ outcome }) => outcome?.kind === 'playable')
    return {
      judged: plays.length,
      violations: plays.flatMap((event) =>
        event.outcome?.kind === 'playable' &&
        event.outcome.segments.some(({ expiresAt = event.at + 1 }) => expiresAt <= event.at)
          ? [
              {
                event: history.events.indexOf(event),
                what: 'it handed out a dead URL',
                allowed: 'a live one',
              },
            ]
          : [],
      ),
    }
  },
})

const withNeeds = (...needs: Rule['needs']): Rule => ({
  ...nothingDead,
  id: `with-${needs.join('-')}`,
  needs,
})

const check = (client: ClientModule, rules: readonly Rule[] = [nothingDead], more = {}) =>
  verify({ client, vendors: [osvi], rules, cases: 60, ...more })

describe('a verification', () => {
  test('passes a client that keeps the rules, and says how often they were judged', async () => {
    const report = await check(plain)
    expect(report.results).toMatchObject([{ rule: 'nothing-dead', vendor: 'osvi', kind: 'passed' }])
    expect(report.results[0]?.judged).toBeGreaterThan(10)
    expect(exitCode(report)).toBe(0)
  })

  test.each([true, false])(
    'fails one that does not, with the smallest case (witnesses: %s)',
    async (witnesses) => {
      const report = await check(hoarder, [nothingDead], { witnesses, cases: 300 })
      expect(exitCode(report)).toBe(1)
      const [finding, ...others] = report.findings
      expect(others).toEqual([])
      expect(finding?.case.steps.map((step) => step.do)).toEqual(['ask', 'clock', 'ask'])
      expect(finding?.case.finding).toMatchObject({ rule: 'nothing-dead', vendor: 'osvi' })
      expect(finding?.needed).toEqual(['without the clock step it passes', '1 ms earlier it passes'])
      expect(finding?.history.events[finding.event]).toMatchObject({ kind: 'answered', ask: 'a2' })
    },
  )

  test('gives the same report for the same seed', async () => {
    const once = await check(hoarder, [nothingDead], { seed: 5, witnesses: false })
    const again = await check(hoarder, [nothingDead], { seed: 5, witnesses: false })
    expect(JSON.stringify(again)).toBe(JSON.stringify(once))
  })

  test('only warns of a broken SHOULD', async () => {
    const dated: ClientModule = {
      ...hoarder,
      connect: (bench) => {
        const endsAt = bench.now() + 1000
        return {
          getRecording: async () => ({
            kind: 'playable',
            segments: [{ state: 'ready', url: 'https://a.test/', expiresAt: endsAt }],
          }),
        }
      },
    }
    const report = await verify({ client: dated, vendors: [quo], rules: [nothingDead], cases: 200 })
    expect(report.results).toMatchObject([{ kind: 'warned', level: 'should' }])
    expect(exitCode(report)).toBe(0)
  })

  test('skips what a client cannot be judged by, and says why', async () => {
    const rules = [
      nothingDead,
      withNeeds('download'),
      withNeeds('resume'),
      withNeeds('cancel'),
      withNeeds('logs'),
    ]
    const report = await check(hoarder, rules.slice(1), { cases: 5 })
    expect(report.results.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['skipped', 'the client has no download()'],
      ['skipped', 'the client does not declare capabilities.resume'],
      ['skipped', 'the client does not declare capabilities.cancel'],
      ['skipped', 'the client does not declare capabilities.logs'],
    ])
    expect(exitCode(report)).toBe(2)
    expect(exitCode(await check(plain, rules, { cases: 5 }))).toBe(0)
  })

  test('skips a vendor that the client does not speak to', async () => {
    const client = { ...plain, capabilities: { vendors: ['quo'] } }
    const report = await check(client)
    expect(report.results[0]).toMatchObject({ kind: 'skipped', reason: 'the client speaks to quo alone' })
    expect(exitCode(report)).toBe(2)
  })

  test('calls a rule that never had anything to judge skipped, not passed', async () => {
    const idle = { ...nothingDead, judge: () => ({ judged: 0, violations: [] }) }
    expect((await check(plain, [idle], { cases: 3 })).results[0]).toMatchObject({
      kind: 'skipped',
      reason: 'no case gave it anything to judge',
    })
  })

  test.each<[string, ClientModule]>([
    ['connect throws', { connect: () => Promise.reject(new Error('no')) }],
    ['it never plays what is ready', clientThat(async () => ({ kind: 'absent' }))],
    ['it throws', clientThat(() => Promise.reject(new Error('not set up')))],
  ])('tells a broken adapter from a broken client: %s', async (_why, client) => {
    const report = await check(client)
    expect(report.troubles).toMatchObject([{ vendor: 'osvi', kind: 'broken-adapter' }])
    expect(report.results[0]?.kind).toBe('incomplete')
    expect(exitCode(report)).toBe(2)
  })

  test('goes on with a client that breaks a rule already when it is plugged in', async () => {
    const never = {
      ...nothingDead,
      id: 'be-there',
      judge: ({ events }: Parameters<Rule['judge']>[0]) => ({
        judged: 1,
        violations: events.some(({ kind }) => kind === 'sent')
          ? []
          : [{ event: 0, what: 'it never asked', allowed: 'asking' }],
      }),
    }
    const report = await check(
      clientThat(async () => ({ kind: 'absent' })),
      [never],
      { cases: 3 },
    )
    expect(exitCode(report)).toBe(1)
  })

  test('blames a rule that throws on the suite', async () => {
    const broken = {
      ...nothingDead,
      judge: () => {
        throw new Error('oops')
      },
    }
    await expect(check(plain, [broken])).rejects.toMatchObject({ code: 'broken-rule' })
  })

  test('tells how far it has come', async () => {
    const seen: number[] = []
    await check(plain, [nothingDead], {
      cases: 4,
      onProgress: ({ done, of }: { done: number; of: number }) => seen.push(done / of),
    })
    expect(seen).toEqual([0.2, 0.4, 0.6, 0.8, 1])
  })
})

describe('a replay', () => {
  test('tells a fixed client from one that fails still', async () => {
    const [finding] = (await check(hoarder, [nothingDead])).findings
    const given = finding?.case ?? smallCase([])
    const failed = await replay({ case: given, client: hoarder, rules: [nothingDead] })
    expect(JSON.stringify(failed.findings[0]?.history)).toBe(JSON.stringify(finding?.history))
    const fixed = await replay({ case: given, client: plain, rules: [nothingDead] })
    expect(fixed.findings).toEqual([])
    expect(fixed.judged).toBeGreaterThan(0)
  })
})

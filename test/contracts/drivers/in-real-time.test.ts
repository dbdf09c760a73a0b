import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { cases } from '../../../contracts/arbitraries/cases.ts'
import { openCommand } from '../../../contracts/drivers/command.ts'
import { inRealTime, shortLifetimeSeconds, takesRealTime } from '../../../contracts/drivers/in-real-time.ts'
import { clearMs, clearOf } from '../../../contracts/drivers/pace.ts'
import { loopback } from '../../../contracts/entries/loopback.ts'
import { neverHandOutADeadUrl } from '../../../contracts/rules/never-hand-out-a-dead-url.ts'
import { runCase } from '../../../contracts/run/run-case.ts'
import { judge } from '../../../contracts/verify/judge.ts'
import { boundariesOf } from '../../../mocks/world/boundaries.ts'
import { look, pass, smallCase, toLinkEnd, vendorOf } from '../support/small-case.ts'

const now = 1_800_000_000_000

describe('a case in real time', () => {
  test('begins now, and is over within seconds', () => {
    fc.assert(
      fc.property(cases('osvi'), (given) => {
        const { clock, world, steps, usage } = inRealTime(given, now)
        expect(clock).toEqual({ at: now, skewMs: 0 })
        expect(Object.values(world.lifetimes)).toContain(shortLifetimeSeconds)
        const terms = Object.keys(world.retention ?? {}).length
        if (terms === 0) for (const at of boundariesOf(world)) expect(at - now).toBeLessThanOrEqual(7201)
        expect(steps.length).toBeLessThanOrEqual(20)
        expect(steps.map((step) => step.do)).not.toContain('skew')
        for (const instants of Object.values(usage.accepted))
          for (const at of instants) expect(Math.abs(at - now)).toBeLessThan(100_000_000)
      }),
      { seed: 1, numRuns: 200 },
    )
  })

  test('changes in the same order, and nothing that is behind comes ahead', () => {
    fc.assert(
      fc.property(cases('osvi'), (given) => {
        const { at } = given.clock
        const before = boundariesOf(given.world)
        const after = boundariesOf(inRealTime(given, now).world)
        expect(after.filter((one) => one <= now).length).toBe(before.filter((one) => one <= at).length)
        expect(after).toEqual(after.toSorted((a, b) => a - b))
      }),
      { seed: 2, numRuns: 200 },
    )
  })

  test('leaves out what would take as long in earnest', () => {
    expect(takesRealTime({ kind: 'slow-headers', ms: 30_000 })).toContain('the real clock alone')
    expect(takesRealTime({ kind: 'truncate' })).toBeUndefined()
  })
})

test.each([
  [[], 0, 0],
  [[clearMs], 0, 0],
  [[clearMs - 1], 0, 2 * clearMs - 1],
  [[0], 0, clearMs],
  [[-clearMs], 0, 0],
  [[0, 500, 1900, 4000], 0, 2900],
])('with boundaries at %j, what is clear from %d on is %d', (boundaries, at, clear) => {
  expect(clearOf(at, boundaries)).toBe(clear)
})

const driver = fileURLToPath(new URL('./misbehaving.mjs', import.meta.url))

const ran = async (way: string, steps: Parameters<typeof smallCase>[0]) => {
  const command = `'${process.execPath}' '${driver}' ${way}`
  const { client, transport, close } = await openCommand(command, loopback, {
    cwd: process.cwd(),
    env: process.env,
  })
  onTestFinished(close)
  return runCase(smallCase(steps), vendorOf('osvi'), client, transport)
}

describe('a driver with the real clock alone', () => {
  const steps = [look(), look(), toLinkEnd(-1), look(), toLinkEnd(), look(), pass(1_000_000), look()]

  test('that keeps a URL while it is fresh keeps the rule, and is seen to keep it', async () => {
    const history = await ran('keeps-while-fresh', steps)
    const { judged, violations } = judge(neverHandOutADeadUrl, history)
    expect({ judged, violations }).toEqual({ judged: 5, violations: [] })
    const asked = history.events.filter(({ kind }) => kind === 'sent').length
    expect(asked).toBeGreaterThan(1)
    expect(asked).toBeLessThan(5)
  }, 60_000)

  test('that keeps it for ever is caught, a second after the end or later', async () => {
    const { violations } = judge(neverHandOutADeadUrl, await ran('keeps-for-ever', steps))
    expect(violations[0]?.what).toMatch(/^it handed out a URL that died (?!at this instant)/)
  }, 60_000)

  test('that takes too long for anything to be sure is not judged', async () => {
    await expect(ran('dawdles', [look()])).rejects.toMatchObject({ code: 'out-of-pace' })
  })
})

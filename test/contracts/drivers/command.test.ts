import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Case } from '../../../contracts/case.ts'
import { type CommandClient, openCommand } from '../../../contracts/drivers/command.ts'
import { libfaketime } from '../../../contracts/drivers/faketime.ts'
import { loopback } from '../../../contracts/entries/loopback.ts'
import { neverHandOutADeadUrl } from '../../../contracts/rules/never-hand-out-a-dead-url.ts'
import { neverLeakASecret } from '../../../contracts/rules/never-leak-a-secret.ts'
import { runCase } from '../../../contracts/run/run-case.ts'
import { judge } from '../../../contracts/verify/judge.ts'
import { download, look, only, pass, smallCase, toLinkEnd, vendorOf } from '../support/small-case.ts'

const driver = fileURLToPath(new URL('./misbehaving.mjs', import.meta.url))

const opened = async (way: string): Promise<CommandClient> => {
  const command = await openCommand(`'${process.execPath}' '${driver}' ${way}`, loopback, {
    cwd: process.cwd(),
    env: process.env,
    silenceMs: 300,
  })
  onTestFinished(command.close)
  return command
}

const ranBy = ({ client, transport }: CommandClient, given: Case) =>
  runCase(given, vendorOf('osvi'), client, transport)

const ran = async (way: string, given: Case = smallCase([look()])) => ranBy(await opened(way), given)

const kinds = (history: Awaited<ReturnType<typeof ran>>) =>
  only(history, 'answered').map(({ outcome, error }) => outcome?.kind ?? error?.name)

describe('a driver', () => {
  test.each(['well', 'splits', 'floods', 'twice', 'unknown-id', 'invalid-utf8', 'huge'])(
    'that talks %s is understood',
    async (way) => {
      const history = await ran(way, smallCase([look(), pass(1000), look()]))
      expect(kinds(history)).toEqual(['playable', 'playable'])
      expect(history.events.filter(({ kind }) => kind === 'sent')).toHaveLength(2)
    },
  )

  test('gives the same history twice, byte for byte', async () => {
    const command = await opened('well')
    const given = smallCase([look(), pass(1000), look({ account: 'foreign' }), look()])
    const once = JSON.stringify(await ranBy(command, given))
    expect(JSON.stringify(await ranBy(command, given))).toBe(once)
  })

  test('sleeps in virtual time', async () => {
    const history = await ran('sleeps')
    expect(history.events).toContainEqual({ kind: 'slept', at: history.start, ms: 60_000 })
    expect(only(history, 'answered')[0]).toMatchObject({
      at: history.start + 60_000,
      outcome: { kind: 'playable' },
    })
  })

  test.skipIf(libfaketime() === undefined)(
    'whose clock is moved by libfaketime lets a link die when the case says so',
    async () => {
      const command = await opened('keeps-by-moved-clock')
      expect(command.clock).toBe('faketime')
      const steps = [look(), pass(60_000), look(), toLinkEnd(1000), look(), look()]
      const history = await ranBy(command, smallCase(steps))
      expect(judge(neverHandOutADeadUrl, history)).toMatchObject({ judged: 4, violations: [] })
      expect(only(history, 'sent')).toHaveLength(2)
    },
  )

  test.each([
    ['takes-one', false],
    ['takes-two', true],
  ])('that %s is never given more at once than it takes', async (way, two) => {
    const history = await ran(way, smallCase([look({ overlap: true }), look()]))
    expect(kinds(history)).toEqual(['playable', 'playable'])
    expect(only(history, 'logged').some(({ text }) => text === 'two at once')).toBe(two)
  })

  test('that crashes is started again, and the crash is the answer to the call in flight', async () => {
    const history = await ran('crashes', smallCase([look(), look()]))
    expect(kinds(history)).toEqual(['DriverCrashed', 'DriverCrashed'])
    expect(only(history, 'answered')[0]?.error?.message).toContain('exited with code 3')
  })

  test('that never answers hangs, and is started again', async () => {
    const history = await ran('never-answers')
    expect(history.events.filter(({ kind }) => kind === 'hung')).toHaveLength(1)
  })

  test('that closes its input answers no more', async () => {
    const history = await ran('closes-stdin')
    expect(only(history, 'hung')).toHaveLength(1)
  })

  test.each([
    ['dies', 'driver-dies', 'no such module: sdk'],
    ['silent', 'driver-silent', 'with nothing'],
  ])('that %s at start-up stops the run, and is quoted', async (way, code, told) => {
    const failed = opened(way)
    await expect(failed).rejects.toMatchObject({ code })
    await expect(failed).rejects.toThrow(told)
  })

  test.each([
    ['lies', download(), 'claims download, and answers it unsupported'],
    ['faults', look(), 'failed itself at look: a bug of its own'],
    ['no-outcome', look(), 'a result that holds no outcome'],
  ])('that %s is a broken adapter, and no wrong client', async (way, step, told) => {
    const failed = ran(way, smallCase([step]))
    await expect(failed).rejects.toMatchObject({ code: 'broken-adapter' })
    await expect(failed).rejects.toThrow(told)
  })

  test('is seen to ask other hosts, and does not get there', async () => {
    const history = await ran('tells-others')
    expect(only(history, 'sent').map(({ role, path }) => [role, path])).toEqual([
      ['elsewhere', 'http://example.com/metrics'],
      ['api', expect.stringContaining('/v1/call/')],
    ])
    expect(only(history, 'settled')[0]).toMatchObject({ how: 'reset' })
    expect(judge(neverLeakASecret, history).violations).toEqual([])
  })

  test('that tells its key to another host is caught', async () => {
    const { violations } = judge(neverLeakASecret, await ran('tells-others-its-key'))
    expect(violations[0]?.what).toBe('its request to another host holds {key:default}')
  })

  test.each(['leaks', 'leaks-start', 'leaks-base64'])(
    'that %s its key is caught, wherever it prints it',
    async (way) => {
      const { violations } = judge(neverLeakASecret, await ran(way))
      expect(violations[0]?.what).toMatch(/its log holds \{key:default/)
    },
  )
})

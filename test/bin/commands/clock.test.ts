import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type PlayheadServer, startServer } from '../../../mocks/hosts/node.ts'
import { parseInstant } from '../../../mocks/world/instant.ts'
import { said } from '../../support/command-line.ts'

const start = '2026-01-31T09:00:00.000Z'
let server: PlayheadServer
beforeAll(async () => {
  server = await startServer({ port: 0, start: { at: parseInstant(start), freeze: true } })
})
afterAll(() => server.close())

const clock = (...argv: readonly string[]) => said(['clock', ...argv, '--url', server.url])

describe('clock', () => {
  beforeEach(async () => {
    await clock('freeze')
    await clock('set', start)
  })

  test.for<[verb: string[], now: string, told: string]>([
    [[], start, `${start}  frozen\n`],
    [['advance', '15m'], '2026-01-31T09:15:00.000Z', 'frozen, moved by 15 min\n'],
    [['rewind', '10s'], '2026-01-31T08:59:50.000Z', 'frozen, moved by -10 s\n'],
    [['set', '2026-02-01T09:00:00Z'], '2026-02-01T09:00:00.000Z', 'frozen, moved by 1 d\n'],
    [['next'], '2026-01-31T09:05:00.000Z', 'frozen, moved by 5 min\n'],
    [['rewind'], '2026-01-31T08:40:00.000Z', 'frozen, moved by -20 min\n'],
    [['freeze'], start, `${start}  frozen\n`],
  ])('%j shows where it is and how far it moved', async ([verb, now, told]) => {
    const { code, out, err } = await clock(...verb)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain(now)
    // A minus sign is written as a hyphen or as itself.
    expect(out.replaceAll('−', '-')).toContain(told)
    expect(JSON.parse((await clock('--json')).out)).toMatchObject({ iso: now, mode: 'frozen' })
  })

  test('tells what comes next', async () => {
    expect((await clock()).out).toContain('Some answer changes in 5 min, at 2026-01-31T09:05:00.000Z.')
    expect((await clock('set', '2036-01-01')).out).toContain('No answer changes by itself from here on.')
  })

  test('runs on, at any speed, and back in real time', async () => {
    expect((await clock('speed', '60')).out).toContain('running at speed 60')
    expect((await clock('speed', '1')).out).toContain('  running')
    await clock('freeze')
    expect((await clock('resume')).out).toContain('  running')
    const { now } = JSON.parse((await clock('reset', '--json')).out)
    expect(Math.abs(now - Date.now())).toBeLessThan(60_000)
  })

  test('is one of its own in each sandbox', async () => {
    await clock('advance', '1h', '--sandbox', 'ann')
    expect((await clock('--sandbox', 'ann')).out).toContain('2026-01-31T10:00:00.000Z')
    expect((await clock()).out).toContain(start)
  })

  test.for<[verb: string[], code: string, told: string]>([
    [['advnce', '15m'], 'unknown-clock-verb', 'Did you mean advance?'],
    [['advance'], 'bad-clock-value', 'Give a duration'],
    [['advance', '15 minutes'], 'bad-duration', 'such as 90s, 15m'],
    [['set', 'tomorow'], 'bad-instant', 'Write ISO 8601'],
    [['speed', '0'], 'bad-speed', 'above 0'],
    [['freeze', 'now'], 'bad-clock-value', 'takes no value'],
    [['--sandbox', 'Not a name'], 'bad-sandbox', 'sandbox'],
  ])('%j is refused with its cure, and moves nothing', async ([verb, code, told]) => {
    const refused = await clock(...verb)
    expect({ code: refused.code, out: refused.out }).toEqual({ code: 2, out: '' })
    expect(refused.err).toContain(told)
    expect(refused.err).toContain(`docs/errors.md#${code}`)
    expect((await clock()).out).toContain(start)
  })
})

describe('a server', () => {
  test('that does not run is told with its cure', async () => {
    const gone = await startServer({ port: 0 })
    await gone.close()
    const { code, err } = await said(['clock', 'advance', '15m', '--url', gone.url])
    expect(code).toBe(2)
    expect(err).toContain(`Cannot reach a Playhead at ${gone.url}.\nStart one with \`playhead mock\``)
  })

  test('that is no Playhead is told from one', async () => {
    const { code, err } = await said(['clock', '--url', `${server.storageUrl}`])
    expect(code).toBe(2)
    expect(err).toContain('docs/errors.md#not-playhead')
  })
})

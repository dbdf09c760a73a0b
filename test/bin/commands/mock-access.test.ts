import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { said, spawned, startedMock } from '../../support/command-line.ts'

const folder = mkdtempSync(join(tmpdir(), 'playhead-'))
afterAll(() => rmSync(folder, { recursive: true }))

const given = 'an-open-secret-of-tests'
const reached = ['--allow-host', 'mock.internal']

describe('a mock that others may reach', () => {
  test('tells the token it has made, once, and commands take it', async () => {
    await using mock = await startedMock(['--json', ...reached])
    const { url, token } = JSON.parse(mock.line)
    expect(token).toMatch(/^[\w-]{32}$/)
    const refused = await said(['clock', '--url', url])
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('token-missing')])
    expect(refused.err).toContain('PLAYHEAD_TOKEN')
    const wrong = await said(['clock', '--url', url, '--token', `${token}x`])
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('wrong-token')])
    expect(wrong.err).not.toContain(token)
    expect((await said(['clock', '--url', url, '--token', token])).code).toBe(0)
    const env = { PLAYHEAD_URL: url, PLAYHEAD_TOKEN: token }
    expect((await said(['clock', 'advance', '15m'], { env })).code).toBe(0)
    expect((await said(['scenario', 'use', 'segments'], { env })).code).toBe(0)
  })

  test('says where the deck is, and what to export', async () => {
    await using mock = await startedMock(reached)
    await expect.poll(mock.out).toContain('Ctrl-C ends it.')
    const [, token = ''] = /export PLAYHEAD_TOKEN=(\S+)/.exec(mock.out()) ?? []
    const [deck = ''] = /http:\S+\/__playhead\/\?token=\S+/.exec(mock.out()) ?? []
    expect(deck).toContain(token)
    const led = await fetch(deck, { redirect: 'manual' })
    expect([led.status, led.headers.get('set-cookie') !== null]).toEqual([303, true])
  })

  test('repeats no token that it was given', async () => {
    await using mock = await startedMock(reached, { PLAYHEAD_TOKEN: given })
    await expect.poll(mock.out).toContain('Ctrl-C ends it.')
    const [url = ''] = /http:\/\/127[^\s,]+/.exec(mock.out()) ?? []
    expect((await said(['clock', '--url', url, '--token', given])).code).toBe(0)
    expect(`${mock.out()}${mock.err()}`).not.toContain(given)
    await using json = await startedMock(['--json', '--token', given])
    expect(json.line).not.toContain(given)
  })

  test('hands its token to the command beside it', async () => {
    const file = join(folder, 'told')
    const program = `require('fs').writeFileSync(process.argv[1], process.env.PLAYHEAD_TOKEN + ' ' + process.env.PLAYHEAD_URL)`
    const { code } = await spawned(['mock', ...reached, '--', process.execPath, '-e', program, file])
    expect(code).toBe(0)
    expect(readFileSync(file, 'utf8')).toMatch(/^[\w-]{32} http:/)
  })

  test.for<[string[], string]>([
    [['--token', 'short'], 'bad-token'],
    [['--host', 'http://127.0.0.1'], 'bad-host'],
    [['--host', '192.0.2.1'], 'cannot-listen'],
    [['--allow-host', 'mock.internal:4010'], 'bad-host'],
  ])('refuses %j', async ([argv, code]) => {
    const { code: exit, err } = await said(['mock', '--port', '0', ...argv])
    expect([exit, err]).toEqual([2, expect.stringContaining(code)])
    expect(err).not.toContain('"short"')
  })
})

import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readyOf } from '../../../mocks/control/ready.ts'
import { type PlayheadServer, startServer } from '../../../mocks/hosts/node.ts'
import { handClock } from '../a-backend.ts'

const run = promisify(execFile)
const curl = await run('curl', ['--version']).then(
  () => true,
  () => false,
)

let server: PlayheadServer
beforeEach(async () => {
  server = await startServer({ port: 0, real: handClock().real })
})
afterEach(() => server.close())

/** What curl prints, and the status. */
const curled = async (...args: readonly string[]): Promise<{ status: number; body: string }> => {
  const { stdout } = await run('curl', ['-sS', '-w', '\n%{http_code}', ...args], { encoding: 'latin1' })
  const cut = stdout.lastIndexOf('\n')
  return { status: Number(stdout.slice(cut + 1)), body: stdout.slice(0, cut) }
}

/** What somebody with curl does in one sandbox; the prefix is empty or `/~name`. */
const someone = async (prefix: string) => {
  const session = server.backend.session(prefix.slice(2) || 'default')
  const { baseUrl, headers, refs } = (await readyOf(session, { prefix })).vendors.osvi ?? {}
  const sent = Object.entries(headers ?? {}).flatMap(([name, value]) => ['-H', `${name}: ${value}`])
  return {
    ask: async (): Promise<string> =>
      JSON.parse((await curled(...sent, `${baseUrl}/v1/call/${refs?.playable}/recording`)).body).data
        .recording_url,
    play: (url: string) => curled('-r', '0-99', url),
    clock: (verb: string, value?: string) =>
      curled(
        '-H',
        'content-type: application/json',
        '-d',
        JSON.stringify({ verb, value }),
        `${server.url}${prefix}/__playhead/clock`,
      ),
  }
}

const demonstrate = async (prefix: string): Promise<void> => {
  const { ask, play, clock } = await someone(prefix)
  const first = await ask()
  const played = await play(first)
  expect([played.status, played.body.length]).toEqual([206, 100])
  expect((await clock('advance', '15m')).status).toBe(200)
  const dead = await play(first)
  expect(dead.status).toBe(403)
  expect(dead.body).toContain('<Error><Code>AccessDenied</Code><Message>Request has expired</Message>')
  expect(await play(await ask())).toEqual(played)
  expect((await clock('rewind', '14m')).status).toBe(200)
  expect(await play(first)).toEqual(played)
  expect((await clock('next')).body).toContain('"now"')
}

describe.skipIf(!curl)(`a recording's life, by curl${curl ? '' : ' (skipped: there is no curl)'}`, () => {
  it('plays, dies, is asked for again, and comes back with the time', () => demonstrate(''))

  it('does so in two sandboxes at different instants at once', async () => {
    await (await someone('/~bob')).clock('set', '2030-01-01T00:00:00Z')
    await Promise.all([demonstrate('/~ann'), demonstrate('/~bob')])
    const times = await Promise.all(['ann', 'bob'].map((name) => server.backend.session(name).now()))
    expect(Math.abs((times[0] ?? 0) - (times[1] ?? 0))).toBeGreaterThan(86_400_000)
  })
})

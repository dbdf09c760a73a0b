import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readRun } from '../../../contracts/drivers/observe/read-run.ts'
import { type RunningMock, startedMock } from '../../support/command-line.ts'

const folder = mkdtempSync(join(tmpdir(), 'playhead-'))
afterAll(() => rmSync(folder, { recursive: true }))

const headers = { 'api-token': 'playhead-osvi-16' }

/** Asks a mock for an hour's recording, more than sockets hold by themselves; its bytes are for the caller to read. */
const longMedia = async ({ line }: RunningMock): Promise<Response> => {
  const { url } = JSON.parse(line)
  const world = {
    accounts: [{ id: 'default', keys: [{ vendor: 'osvi', value: headers['api-token'] }] }],
    calls: [{ ref: 'long', segments: [{ id: 's', status: 'completed', durationSeconds: 3600 }] }],
  }
  const put = await fetch(`${url}/__playhead/world`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(world),
  })
  expect(put.status).toBe(200)
  const { vendors } = await (await fetch(`${url}/__playhead/vendors`)).json()
  const looked = await fetch(`${url}/osvi/v1/call/${vendors.osvi.refs.long}/recording`, { headers })
  return fetch((await looked.json()).data.recording_url)
}

describe('a mock that is told to end', () => {
  test('lets a transfer arrive whole, and ends with 0', async () => {
    await using mock = await startedMock(['--json'])
    const media = await longMedia(mock)
    const length = Number(media.headers.get('content-length'))
    expect(length).toBeGreaterThan(16 * 1024 * 1024)
    mock.tell('SIGTERM')
    expect((await media.arrayBuffer()).byteLength).toBe(length)
    expect(await mock.ended).toBe(0)
  })

  test.for<['SIGINT' | 'SIGTERM', number]>([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ])('ends at once when it is told again by %s, whatever it is sending', async ([signal, code]) => {
    await using mock = await startedMock(['--json'])
    // Nobody reads it, so that it would go on for as long as it is let.
    await longMedia(mock)
    const telling = setInterval(() => mock.tell(signal), 50)
    try {
      expect(await mock.ended).toBe(code)
    } finally {
      clearInterval(telling)
    }
  })

  test('leaves a journal that can be read, however it ended', async () => {
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      const file = join(folder, `${signal}.jsonl`)
      await using mock = await startedMock(['--json', '--record', file])
      const { vendors } = JSON.parse(mock.line)
      const { baseUrl, refs } = vendors.osvi
      const ask = () => fetch(`${baseUrl}/v1/call/${refs.playable}/recording`, { headers })
      for (let asked = 0; asked < 20; asked++) expect((await ask()).status).toBe(200)
      const asking = Promise.allSettled(Array.from({ length: 50 }, ask))
      const code = await mock.end(signal)
      await asking
      const text = readFileSync(file, 'utf8')
      const run = readRun(text, file)
      expect([code, run.ended]).toEqual(signal === 'SIGTERM' ? [0, true] : [null, false])
      expect(run.lines.length).toBeGreaterThanOrEqual(20)
      expect(text).not.toContain(headers['api-token'])
      expect(text).not.toMatch(/X-Amz-Signature=[0-9a-f]/)
    }
  })
})

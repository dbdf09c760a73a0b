import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { recordTo } from '../../../bin/mock/record-to.ts'
import { readRun } from '../../../contracts/drivers/observe/read-run.ts'
import type { Run } from '../../../contracts/drivers/observe/run.ts'
import { type PlayheadServer, startServer } from '../../../mocks/hosts/node.ts'
import { osviKey, osviPath } from '../../mocks/asking.ts'

const folder = mkdtempSync(join(tmpdir(), 'playhead-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Records what is done to a server. */
const recorded = async (
  use: (server: PlayheadServer) => Promise<unknown>,
): Promise<{ run: Run; text: string }> => {
  const record = await recordTo('run.jsonl', folder)
  const server = await startServer({ port: 0, onlooker: record.onlooker })
  try {
    await use(server)
  } finally {
    await server.close()
    await record.close()
  }
  const text = readFileSync(join(folder, 'run.jsonl'), 'utf8')
  return { run: readRun(text, 'run.jsonl'), text }
}

const osvi = (ref: Parameters<typeof osviPath>[0] = 'playable'): string => `/osvi${osviPath(ref)}`
const look = ({ url }: PlayheadServer, headers: Record<string, string> = osviKey, path = osvi()) =>
  fetch(`${url}${path}`, { headers })
const linkOf = async (server: PlayheadServer): Promise<string> =>
  JSON.parse(await (await look(server)).text()).data.recording_url

const disturb = async (server: PlayheadServer, effect: object): Promise<void> => {
  const added = await fetch(`${server.url}/__playhead/disturbances`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ effect }),
  })
  expect(added.status).toBe(201)
}

const kinds = ({ lines }: Run): readonly unknown[] =>
  lines.map(({ event }) => (event.kind === 'settled' ? event.how : event.kind))
const sentIn = ({ lines }: Run) => lines.flatMap(({ event }) => (event.kind === 'sent' ? event : []))

describe('a recording', () => {
  test('holds what was asked and answered, and nothing of the control API', async () => {
    const { run, text } = await recorded(async (server) => {
      await fetch(`${server.url}/__playhead/health`)
      await (await fetch(await linkOf(server), { headers: { range: 'bytes=0-9' } })).arrayBuffer()
    })
    expect(kinds(run)).toEqual(['sent', 'received', 'complete', 'sent', 'received', 'complete'])
    expect(run.ended).toBe(true)
    expect(sentIn(run)).toMatchObject([
      { role: 'api', path: osvi(), headers: { 'api-token': '{key:osvi}' } },
      { role: 'storage', headers: { range: 'bytes=0-9' } },
    ])
    expect(run.lines[4]?.event).toMatchObject({ status: 206, object: { from: 0, to: 10 } })
    expect(text).not.toMatch(/playhead-osvi-16|Signature=[0-9a-f]/)
  })

  test.for<[string, object, unknown[]]>([
    ['is cut before its head', { kind: 'reset', at: 'before-headers' }, ['sent', 'reset']],
    ['is cut in the middle', { kind: 'reset', at: 'mid-body' }, ['sent', 'received', 'reset']],
    ['ends too soon', { kind: 'truncate' }, ['sent', 'received', 'truncated']],
  ])('tells an answer that %s', async ([, effect, told]) => {
    const { run } = await recorded(async (server) => {
      await disturb(server, effect)
      await look(server)
        .then((answer) => answer.text())
        .catch(() => undefined)
    })
    expect(kinds(run)).toEqual(told)
  })

  test('tells an answer that never comes, and who leaves first', async () => {
    const { run } = await recorded(async (server) => {
      await disturb(server, { kind: 'silence' })
      const leaving = new AbortController()
      const left = fetch(`${server.url}${osvi()}`, { headers: osviKey, signal: leaving.signal })
      await expect.poll(() => readFileSync(join(folder, 'run.jsonl'), 'utf8')).toContain('"sent"')
      leaving.abort()
      await expect(left).rejects.toThrow()
      await expect.poll(() => readFileSync(join(folder, 'run.jsonl'), 'utf8')).toContain('"aborted"')
      void look(server).catch(() => undefined)
      await expect.poll(() => readFileSync(join(folder, 'run.jsonl'), 'utf8')).toContain('"r2"')
    })
    expect(kinds(run)).toEqual(['sent', 'aborted', 'sent', 'unanswered'])
  })

  test('keeps sandboxes apart, and what names one out of the paths', async () => {
    const { run } = await recorded((server) => look(server, osviKey, `/~ann${osvi()}`))
    expect(new Set(run.lines.map(({ sandbox }) => sandbox))).toEqual(new Set(['ann']))
    expect(sentIn(run)).toMatchObject([{ path: osvi() }])
    expect(run.lines[0]?.vendor).toBe('osvi')
  })

  test('masks a key that nobody knows, wherever it turns up again, and hides other secrets', async () => {
    const { run, text } = await recorded(async (server) => {
      const link = await linkOf(server)
      await look(server, { 'api-token': 'somebodys-own', authorization: 'Basic eW91cnM6eW91cnM=' })
      await fetch(link, { headers: { 'x-trace': 'somebodys-own' } })
      await look(server, { 'api-token': 'short' })
      await fetch(link)
    })
    expect(text).not.toMatch(/somebodys-own|eW91cnM|short"/)
    expect(sentIn(run).map(({ headers }) => headers)).toEqual([
      { 'api-token': '{key:osvi}' },
      { 'api-token': '{key:unknown-1}', authorization: '{hidden}' },
      { 'x-trace': '{key:unknown-1}' },
      { 'api-token': '{key:unknown}' },
      {},
    ])
    const [first, last] = sentIn(run).filter(({ role }) => role === 'storage')
    expect(last?.path).toBe(first?.path)
  })

  test('leaves out what a browser asks or adds by itself', async () => {
    const { run } = await recorded(async (server) => {
      const origin = 'http://localhost:3000'
      await fetch(`${server.url}${osvi()}`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'GET' },
      })
      await fetch(await linkOf(server), { headers: { cookie: 'a=1', 'sec-fetch-site': 'same-site' } })
      await fetch(await linkOf(server), { headers: { cookie: 'a=1' } })
    })
    expect(sentIn(run).map(({ headers }) => headers.cookie)).toEqual([
      undefined,
      undefined,
      undefined,
      '{hidden}',
    ])
  })
})

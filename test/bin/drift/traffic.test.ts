import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { said } from '../../support/command-line.ts'

const cwd = mkdtempSync(join(tmpdir(), 'playhead-traffic-'))
afterAll(() => rmSync(cwd, { recursive: true }))

interface Answer {
  readonly path: string
  readonly status?: number
  readonly type?: string
  readonly body?: unknown
  readonly at?: number
  readonly role?: 'api' | 'storage'
  readonly how?: string
}

const start = Date.UTC(2026, 0, 31, 9)

const linesOf = (
  { path, status = 200, type = 'application/json', body, at = 0, role = 'api', how = 'complete' }: Answer,
  n: number,
): readonly object[] => {
  const event = { at: start + at, request: `r${n}` }
  const about = { sandbox: 'default', realMs: at }
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return [
    { ...about, event: { ...event, kind: 'sent', role, method: 'GET', path, headers: {} } },
    {
      ...about,
      event: {
        ...event,
        kind: 'received',
        status,
        headers: { 'content-type': type },
        ...(text === undefined ? {} : { body: text }),
      },
    },
    { ...about, event: { ...event, kind: 'settled', how } },
  ]
}

/** Checks a run of some answers, in their order. */
const checked = async (...answers: readonly Answer[]) => {
  const head = { playhead: 1, kind: 'run', by: 'a test', api: 'http://a.test', storage: 'http://s.test' }
  const lines = [head, ...answers.flatMap(linesOf), { kind: 'end', realMs: 0 }]
  writeFileSync(join(cwd, 'run.jsonl'), lines.map((line) => JSON.stringify(line)).join('\n'))
  const { code, out, err } = await said(['drift', 'traffic', 'run.jsonl', '--json'], { cwd })
  const changes =
    code === 2 ? [] : JSON.parse(out).vendors.flatMap((vendor: { changes: object[] }) => vendor.changes)
  const told = changes.map(
    (change: { grade: string; rule: string; seen: { times: number } }) =>
      `${change.grade} ${change.rule} ×${change.seen.times}`,
  )
  return { code, err, changes, told }
}

const osvi = '/osvi/v1/call/00000000-0000-4000-8000-000000000001/recording'
const quo = '/quo/v1/call-recordings/ACplayable'
const id = '00000000-0000-4000-8000-000000000001'
const good = {
  success: true,
  data: { call_id: id, recording_url: '{storage}/a.mp4?sig=1', expires_in_seconds: 900 },
}
const item = {
  duration: 9,
  id: 'CR1',
  startTime: '2026-01-31T09:00:00Z',
  status: 'completed',
  type: 'audio/mpeg',
  url: 'https://s.test/a.mp3',
}

describe('playhead drift traffic', () => {
  test('says nothing of a vendor that keeps to its document, and of what was cut off', async () => {
    expect(
      await checked(
        { path: osvi, body: good },
        { path: quo, body: { data: [item] } },
        { path: osvi, body: '{"succ', how: 'truncated' },
      ),
    ).toMatchObject({ code: 0, told: [] })
  })

  test.for<[what: string, answer: Answer, told: string[]]>([
    ['a status', { path: osvi, status: 418, body: {} }, ['compatible error-status-added ×1']],
    ['a redirect', { path: osvi, status: 302, body: '' }, ['risky unlike-success-status-added ×1']],
    [
      'a content type',
      { path: osvi, type: 'text/html', body: '<html>' },
      ['breaking response-media-type-removed ×1'],
    ],
    ['a charset, which is nothing', { path: osvi, type: 'application/json; charset=utf-8', body: good }, []],
    ['a body that nobody kept, which is nothing', { path: osvi }, []],
    ['what is no JSON', { path: osvi, body: '{' }, ['breaking response-type-changed ×1']],
    [
      'a word',
      { path: quo, body: { data: [{ ...item, status: 'queued' }] } },
      ['risky response-enum-value-added ×1'],
    ],
    [
      'a field where none would come',
      { path: quo, body: { data: [{ ...item, more: 1 }] } },
      ['risky response-closed-object-extended ×1'],
    ],
    ['a field', { path: osvi, body: { ...good, more: 1 } }, ['compatible response-property-added ×1']],
    ['null where it may be', { path: quo, body: { data: [{ ...item, url: null }] } }, []],
    [
      'null where it may not be',
      { path: quo, body: { data: [{ ...item, id: null }] } },
      ['breaking response-became-nullable ×1'],
    ],
    [
      'a type, once though two kinds were possible',
      { path: quo, body: { data: [{ ...item, duration: '9' }] } },
      ['breaking response-type-changed ×1'],
    ],
    [
      'a time that is none',
      { path: quo, body: { data: [{ ...item, startTime: 'yesterday' }] } },
      ['breaking response-format-changed ×1'],
    ],
    [
      'an envelope that is wrapped',
      { path: quo, status: 401, body: { error: { message: 'no' } } },
      ['breaking response-envelope-changed ×1'],
    ],
    [
      'an envelope in a list, in the name of a field that was a text',
      { path: osvi, status: 401, body: { error: [{ success: false, error: 'no' }] } },
      ['breaking response-envelope-changed ×1'],
    ],
    [
      'an envelope that has nothing of what it had',
      { path: osvi, status: 401, body: { errors: [{ message: 'no' }] } },
      ['breaking response-envelope-changed ×1'],
    ],
    [
      'what came inside of an envelope that was promised',
      { path: osvi, body: { ...good, data: { ...good.data, more: { recording_url: 'x' } } } },
      ['compatible response-property-added ×1'],
    ],
    [
      'fields that are missing, each by itself',
      { path: osvi, status: 401, body: {} },
      Array(2).fill('breaking response-required-property-removed ×1'),
    ],
    [
      'a constant',
      {
        path: quo,
        status: 401,
        body: {
          message: 'm',
          code: '0900401',
          status: 401,
          docs: 'https://other.test',
          title: 'Unauthorized',
        },
      },
      ['breaking response-constant-changed ×1'],
    ],
  ])('tells of %s', async ([, answer, told]) => {
    const { told: found } = await checked(answer)
    expect(found.toSorted()).toEqual(told.toSorted())
  })

  test('tells one cause once, with its count and its times, and shows nothing of a text but its form', async () => {
    const wrong = {
      path: quo,
      body: {
        data: [
          { ...item, startTime: 'Ann 555' },
          { ...item, startTime: 'Bob 777' },
        ],
      },
    }
    const { changes, told } = await checked(wrong, { ...wrong, at: 60_000 })
    expect(told).toEqual(['breaking response-format-changed ×4'])
    expect(changes[0]).toMatchObject({
      base: { value: 'date-time' },
      head: { value: 'xxx 999' },
      seen: {
        first: '2026-01-31T09:00:00.000Z',
        last: '2026-01-31T09:01:00.000Z',
        sample: expect.stringMatching(/^GET \/v1\/call-recordings\/\{callId\} → 200 .*"startTime":"xxx 999"/),
      },
      touches: { files: ['mocks/vendors/quo.ts'] },
    })
  })

  test('holds storage to the lifetime that was told', async () => {
    const link = {
      path: '/a.mp4?sig=1',
      role: 'storage',
      type: 'application/xml',
      status: 403,
      body: '<Error/>',
    } as const
    expect((await checked({ path: osvi, body: good }, { ...link, at: 899_000 })).told).toEqual([
      'breaking lifetime-not-kept ×1',
    ])
    expect((await checked({ path: osvi, body: good }, { ...link, at: 901_000 })).told).toEqual([])
    expect(
      (await checked({ path: osvi, body: good }, { ...link, status: 206, body: '', at: 1000 })).told,
    ).toEqual([])
  })

  test('ends with 2 where nothing was seen', async () => {
    expect(await checked()).toMatchObject({ code: 2, err: expect.stringContaining('nothing-observed') })
    writeFileSync(join(cwd, 'one.jsonl'), '')
    expect((await said(['drift', 'traffic'], { cwd })).err).toContain('Name one file')
  })
})

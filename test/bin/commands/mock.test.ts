import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { afterAll, describe, expect, test } from 'vitest'
import { vendors } from '../../../mocks/vendors/index.ts'
import { said, startedMock } from '../../support/command-line.ts'
import { curlLines } from '../../support/curl.ts'

const folder = mkdtempSync(join(tmpdir(), 'playhead-'))
afterAll(() => rmSync(folder, { recursive: true }))

const fileOf = (name: string, content: unknown): string => {
  const file = join(folder, name)
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

const ReadySchema = v.strictObject({
  url: v.pipe(v.string(), v.url()),
  storageUrl: v.pipe(v.string(), v.url()),
  vendors: v.record(
    v.string(),
    v.strictObject({
      baseUrl: v.pipe(v.string(), v.url()),
      headers: v.record(v.string(), v.string()),
      refs: v.record(v.string(), v.string()),
    }),
  ),
})
const readyIn = (line: string) => v.parse(ReadySchema, JSON.parse(line))

describe('mock', () => {
  test('prints, for every vendor, its base URL and a curl that works as printed', async () => {
    await using mock = await startedMock([])
    await expect.poll(mock.out).toContain('Ctrl-C ends it.')
    const lines = curlLines(mock.out())
    expect(lines).toHaveLength(vendors.length + 1)
    for (const [index, { name, id }] of vendors.entries()) {
      const { url, init } = lines[index] ?? { url: '', init: {} }
      expect(mock.out()).toContain(`${name}  ${new URL(url).origin}/${id}\n`)
      expect((await fetch(url, init)).status, url).toBe(200)
    }
    const clock = lines.at(-1)
    const moved = await fetch(clock?.url ?? '', clock?.init)
    expect(await moved.json()).toMatchObject({ mode: 'running' })
  })

  test('prints one line with --json, which says all that an app needs', async () => {
    await using mock = await startedMock(['--json'])
    const ready = readyIn(mock.line)
    expect(new URL(ready.url).port).not.toBe(new URL(ready.storageUrl).port)
    expect(Object.keys(ready.vendors)).toEqual(vendors.map(({ id }) => id))
    const { baseUrl = '', headers = {}, refs = {} } = ready.vendors.osvi ?? {}
    const asked = (ref: string) => fetch(`${baseUrl}/v1/call/${refs[ref]}/recording`, { headers })
    expect((await asked('playable')).status).toBe(200)
    expect((await asked('missing')).status).toBe(404)
    expect((await fetch(`${ready.url}/nowhere`)).status).toBe(404)
    await mock.end()
    expect(mock.out()).toBe(`${mock.line}\n`)
    expect(mock.err()).toBe('')
  })

  test.for(['SIGINT', 'SIGTERM'] as const)('ends by itself, with 0, on %s', async (signal) => {
    await using mock = await startedMock(['--json'])
    const { url } = readyIn(mock.line)
    expect((await fetch(`${url}/__playhead/health`)).status).toBe(200)
    expect(await mock.end(signal)).toBe(0)
    await expect(fetch(url)).rejects.toThrow('fetch failed')
  })

  test('says which port is in use, and how to choose another', async () => {
    await using mock = await startedMock(['--json'])
    const { port } = new URL(readyIn(mock.line).url)
    const { code, out, err } = await said(['mock', '--port', port])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(`127.0.0.1:${port}`)
    expect(err).toContain('--port 0')
    expect(err).toContain('docs/errors.md#port-in-use')
  })

  test('answers the same bytes for the same --at, --freeze and --seed', async () => {
    const answers: string[] = []
    for (const seed of ['7', '7', '8']) {
      await using mock = await startedMock([
        '--json',
        '--at',
        '2026-01-31T09:00:00Z',
        '--freeze',
        '--seed',
        seed,
      ])
      const { url, storageUrl, vendors: told } = readyIn(mock.line)
      const { baseUrl = '', headers = {}, refs = {} } = told.osvi ?? {}
      const response = await fetch(`${baseUrl}/v1/call/${refs.playable}/recording`, { headers })
      expect(response.headers.get('date')).toBe('Sat, 31 Jan 2026 09:00:00 GMT')
      const clock = await (await fetch(`${url}/__playhead/clock`)).json()
      expect(clock).toMatchObject({ iso: '2026-01-31T09:00:00.000Z', mode: 'frozen' })
      const [path] = (await response.text()).replaceAll(storageUrl, '').split('&X-Amz-Signature')
      const population = await (await fetch(`${url}/__playhead/world`)).json()
      answers.push(JSON.stringify([path, population]))
    }
    expect(answers[0]).toBe(answers[1])
    expect(answers[0]).not.toBe(answers[2])
  })

  test('begins with a scenario, by option or by environment', async () => {
    for (const [argv, env] of [
      [['--json', '--scenario', 'missing'], {}],
      [['--json'], { PLAYHEAD_SCENARIO: 'missing' }],
    ] as const) {
      await using mock = await startedMock(argv, env)
      const { baseUrl = '', headers = {}, refs = {} } = readyIn(mock.line).vendors.quo ?? {}
      expect((await fetch(`${baseUrl}/v1/call-recordings/${refs.playable}`, { headers })).status).toBe(404)
    }
  })

  test('begins with a world of your own, its instants told from the start', async () => {
    const world = {
      calls: [{ ref: 'mine', replies: [{ id: 'r1', from: '+1555', body: 'Hello', at: '+15m' }] }],
    }
    await using mock = await startedMock(['--json', '--world', fileOf('world.json', world)])
    const { url, vendors: told } = readyIn(mock.line)
    const { baseUrl = '', refs = {} } = told.voqo ?? {}
    const replies = async () => (await fetch(`${baseUrl}/public/recordings/${refs.mine}/replies`)).text()
    expect(await replies()).not.toContain('Hello')
    expect((await said(['clock', 'advance', '15m', '--url', url])).code).toBe(0)
    expect(await replies()).toContain('Hello')
  })

  test('takes a world in anew when its file changes, and a sandbox made then begins with it', async () => {
    const file = fileOf('changing.json', { calls: [{ ref: 'mine' }] })
    await using mock = await startedMock(['--json', '--world', file])
    const { url } = readyIn(mock.line)
    const refs = async (sandbox = '') => {
      const { calls } = await (await fetch(`${url}${sandbox}/__playhead/world`)).json()
      return calls.map(({ ref }: { ref: string }) => ref)
    }
    expect(await refs()).toEqual(['mine'])
    fileOf('changing.json', { calls: [{ ref: 'other' }] })
    await expect.poll(mock.err, { timeout: 20_000 }).toContain('the world is the new one')
    expect(await refs()).toEqual(['other'])
    expect(await refs('/~ann')).toEqual(['other'])
  })

  test('begins with what `playhead scenario show` prints', async () => {
    const { out } = await said(['scenario', 'show', 'segments', '--at', '2026-01-31'])
    await using mock = await startedMock(['--json', '--world', fileOf('segments.json', out)])
    const world = await (await fetch(`${readyIn(mock.line).url}/__playhead/world`)).json()
    expect(world).toEqual(JSON.parse(out))
  })

  test('begins with the world of a case, at its instant', async () => {
    const { out } = await said(['scenario', 'show', 'valid', '--at', '2026-01-31'])
    const at = Date.parse('2026-01-31')
    const file = fileOf('case.json', {
      playhead: 1,
      rules: '1.0.0',
      vendors: ['osvi'],
      world: JSON.parse(out),
      usage: {},
      steps: [],
      clock: { at },
      seed: 1,
    })
    for (const option of ['--case', '--world']) {
      await using mock = await startedMock(['--json', '--freeze', option, file])
      const clock = await (await fetch(`${readyIn(mock.line).url}/__playhead/clock`)).json()
      expect(clock).toMatchObject({ now: at, mode: 'frozen' })
    }
  })

  test.for<[string, string, string, string]>([
    ['--world', '{ "calls": [], }', 'malformed-json', 'Mend it there'],
    ['--world', '{ "calls": [{ "ref": 1 }] }', 'bad-world', 'calls.0.ref'],
    [
      '--world',
      '{ "calls": [{ "ref": "a", "replies": [{ "id": "r", "from": "", "body": "", "at": "+15q" }] }] }',
      'bad-world',
      'calls.0.replies.0.at',
    ],
    ['--world', '{ "playhead": 99 }', 'case-version', 'version 99'],
    ['--case', '{ "playhead": 99 }', 'case-version', 'version 99'],
    ['--case', '{ "playhead": 1 }', 'bad-case', 'case file'],
    ['--case', '[]', 'bad-case', 'case file'],
  ])('%s %s is %s', async ([option, content, code, told]) => {
    const { code: exit, out, err } = await said(['mock', option, fileOf('given.json', content)])
    expect({ exit, out }).toEqual({ exit: 2, out: '' })
    expect(err).toContain(`docs/errors.md#${code}`)
    expect(err).toContain(told)
  })
})

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { said } from '../../support/command-line.ts'
import { closeAll, fetched, item, path, sendJson, upstream, watched } from './proxied.ts'

afterEach(closeAll)

describe('playhead drift proxy', () => {
  test('says nothing of a vendor that keeps to its document', async () => {
    const target = await upstream((_, to) => sendJson(to, { data: [item] }))
    const { code, told, err } = await watched(target, (url) => fetched(`${url}${path}`))
    expect({ code, told }).toEqual({ code: 0, told: [] })
    expect(err).toContain('1 exchange checked.')
  })

  test('tells each cause once, with its count and a sample that tells nobody’s data', async () => {
    const target = await upstream((_, to) =>
      sendJson(to, { data: [{ ...item, id: 'Ann 555', startTime: 'Ann' }] }),
    )
    const { code, told, changes, out } = await watched(target, async (url) => {
      for (let n = 0; n < 3; n += 1) await fetched(`${url}${path}`)
    })
    expect({ code, told }).toEqual({ code: 1, told: ['breaking response-format-changed ×3'] })
    expect(changes[0]?.seen.sample).toContain('GET /v1/call-recordings/{callId} → 200 application/json')
    expect(changes[0]?.seen.sample).toContain('"startTime":"xxx"')
    expect(out).not.toMatch(/Ann|555|ACplayable/)
  })

  test.for<[what: string, answer: (to: ServerResponse) => unknown, told: readonly string[]]>([
    [
      'a redirect',
      (to) => to.writeHead(302, { location: '/elsewhere' }).end(),
      ['risky unlike-success-status-added ×1'],
    ],
    [
      'what is no JSON',
      (to) => to.writeHead(200, { 'content-type': 'application/json' }).end('{"a'),
      ['breaking response-type-changed ×1'],
    ],
    ['a status', (to) => sendJson(to, {}, 418), ['compatible error-status-added ×1']],
    [
      'a content type',
      (to) => to.writeHead(200, { 'content-type': 'text/html' }).end('<p>'),
      ['breaking response-media-type-removed ×1'],
    ],
    [
      'a word in a packed body',
      (to) =>
        to
          .writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
          .end(gzipSync(JSON.stringify({ data: [{ ...item, status: 'queued' }] }))),
      ['risky response-enum-value-added ×1'],
    ],
  ])('passes on %s as it is, and tells of it', async ([, answer, wanted]) => {
    const target = await upstream((_, to) => void answer(to))
    let direct: unknown
    let through: unknown
    const { told } = await watched(target, async (url) => {
      const shape = ({ status, headers, text }: Awaited<ReturnType<typeof fetched>>) => {
        const ends = [...headers].filter(([name]) => !['date', 'connection', 'keep-alive'].includes(name))
        return { status, text, ends }
      }
      direct = shape(await fetched(`${target}${path}`))
      through = shape(await fetched(`${url}${path}`))
    })
    expect(through).toEqual(direct)
    expect(told).toEqual(wanted)
  })

  test('says nothing of a body that is too long to be kept, and passes it all the same', async () => {
    const long = JSON.stringify({ data: [{ ...item, id: 'x'.repeat(5 * 1024 * 1024) }] })
    const target = await upstream((_, to) =>
      to.writeHead(200, { 'content-type': 'application/json' }).end(long),
    )
    const { code, told, err } = await watched(target, async (url) => {
      expect((await fetched(`${url}${path}`)).text).toBe(long)
    })
    expect({ code, told }).toEqual({ code: 0, told: [] })
    expect(err).toContain('Of 1 answer the body was too long')
  })

  test('shows no key, though the vendor may say it back', async () => {
    const secret = 'sk_live_9f8e7d6c5b4a'
    const target = await upstream((asked, to) =>
      sendJson(to, { data: [{ ...item, status: String(asked.headers.authorization) }] }),
    )
    const { told, out, err } = await watched(target, (url) =>
      fetched(`${url}${path}`, { headers: { authorization: secret } }),
    )
    expect(told).toEqual(['risky response-enum-value-added ×1'])
    expect(out + err).not.toContain(secret.slice(0, 12))
    expect(out).toContain('{key:')
  })

  test('lets nothing steer a terminal that a vendor may send', async () => {
    const hostile = '\u001b[2J\u009bred\nbreaking'
    const body = { data: [{ ...item, status: hostile, [hostile]: 1 }] }
    const target = await upstream((_, to) => sendJson(to, body))
    const folder = mkdtempSync(join(tmpdir(), 'playhead-proxy-'))
    const files = ['text', 'markdown', 'github', 'html'].map((name) => `${name}=${join(folder, name)}`)
    const { told } = await watched(
      target,
      (url) => fetched(`${url}${path}`),
      ...files.flatMap((one) => ['--reporter', one]),
    )
    const written = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
    rmSync(folder, { recursive: true })
    expect(told).toHaveLength(2)
    expect(written).toHaveLength(4)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    for (const text of written) expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u0080-\u009f]/)
  })

  test('counts what the document does not have, and does not judge it', async () => {
    const target = await upstream((_, to) => sendJson(to, {}))
    const { code, err } = await watched(target, (url) => fetched(`${url}/v1/contacts`))
    expect(code).toBe(2)
    expect(err).toContain('1 request asked for what the document does not have.')
  })

  test('ends with the verdict of a command’s traffic, else with the command’s own code', async () => {
    const target = await upstream((asked, to) =>
      sendJson(to, { data: [{ ...item, ...(asked.headers['x-wrong'] ? { id: null } : {}) }] }),
    )
    const beside = async (headers: object, code: number) => {
      const script = `fetch(process.env.PLAYHEAD_QUO_URL + '${path}', { headers: ${JSON.stringify(headers)} }).then((r) => r.text()).then(() => process.exit(${code}))`
      const words = [
        'drift',
        'proxy',
        '--vendor',
        'quo',
        '--upstream',
        target,
        '--',
        process.execPath,
        '-e',
        script,
      ]
      return (await said(words)).code
    }
    expect(await beside({}, 0)).toBe(0)
    expect(await beside({}, 7)).toBe(7)
    expect(await beside({ 'x-wrong': '1' }, 0)).toBe(1)
  })

  test.for<[given: readonly string[], wanted: string]>([
    [[], '--vendor quo, --vendor osvi'],
    [['--vendor', 'all', '--upstream', 'http://a.test'], 'a proxy stands before one'],
    [['--vendor', 'quo'], '--upstream https://'],
    [['--vendor', 'quo', '--upstream', 'ftp://a.test'], 'it is no address of http or https'],
    [['--vendor', 'quo', '--upstream', 'file:///etc/passwd'], 'it is no address of http or https'],
    [['--vendor', 'quo', '--upstream', 'https://me:hush@a.test'], 'it holds more than a host and a path'],
    [['--vendor', 'quo', '--upstream', 'http://localhost:4555', '--port', '4555'], 'the proxy itself'],
    [['--vendor', 'quo', '--upstream', 'http://a.test', 'osvi'], 'A vendor is named with --vendor'],
    [['--vendor', 'quo', '--upstream', 'http://a.test', '--port', '70000'], 'bad-number'],
  ])('refuses %j', async ([given, wanted]) => {
    const { code, err } = await said(['drift', 'proxy', ...given])
    expect(code).toBe(2)
    expect(err).toContain(wanted)
    expect(err).not.toContain('hush')
  })
})

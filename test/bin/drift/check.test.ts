import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { said } from '../../support/command-line.ts'
import { projectFolder } from '../../support/house/tree.ts'

const pageOf = (vendor: string, page = 'source.md'): string =>
  readFileSync(join(projectFolder, 'specs', vendor, page), 'utf8')
const [quo, osvi, voqo, envoy] = [
  pageOf('quo'),
  pageOf('osvi'),
  pageOf('voqo'),
  pageOf('envoy', 'source.txt'),
]

/** What the vendors' sites answer, by path: a status and a text. */
const site = new Map<string, readonly [number, string]>()
let server: Server
let origin = ''
let cwd = ''

const specs = (): string => join(cwd, 'specs')
const write = (name: string, text: string): void => writeFileSync(join(cwd, name), text)

const correctSource = (vendor: string, change: object): void => {
  const file = join(specs(), vendor, 'source.json')
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), ...change }))
}

beforeAll(async () => {
  server = createServer((request, response) => {
    const [status, text] = site.get(request.url ?? '') ?? [404, 'not found']
    response.writeHead(status).end(text)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.close()
  server.closeAllConnections()
})

beforeEach(() => {
  if (cwd !== '') rmSync(cwd, { recursive: true })
  cwd = mkdtempSync(join(tmpdir(), 'playhead-check-'))
  for (const vendor of ['quo', 'osvi', 'voqo', 'envoy'])
    cpSync(join(projectFolder, 'specs', vendor), join(specs(), vendor), { recursive: true })
  correctSource('quo', { url: `${origin}/quo.md` })
  correctSource('osvi', { url: `${origin}/osvi/llms.txt` })
  correctSource('voqo', { url: `${origin}/voqo/llms.txt` })
  site.clear()
  site.set('/quo.md', [200, quo])
  site.set('/osvi/llms.txt', [200, '# OSVI\n- [Get Call Recording](/osvi/recording.md): a URL\n'])
  site.set('/osvi/recording.md', [200, osvi])
  site.set('/voqo/llms.txt', [200, `- [Public Recording and SMS Replies API](${origin}/voqo/public.md)`])
  site.set('/voqo/public.md', [200, voqo])
})
afterAll(() => rmSync(cwd, { recursive: true, force: true }))

const drift = (...argv: readonly string[]) =>
  said(['drift', ...argv, '--specs', 'specs', '--today', '2026-11-21'], { cwd })

const check = async (vendor: string, ...argv: readonly string[]) => {
  const { code, out, err } = await drift('check', vendor, ...argv, '--json')
  expect(err).toBe('')
  const [{ changes, accepted, problems }] = JSON.parse(out).vendors
  const told = changes.map(({ grade, rule }: { grade: string; rule: string }) => `${grade} ${rule}`)
  return { code, told, changes, accepted, problems }
}

/** A text with one thing in it another; it must be there. */
const moved = (text: string, was: string | RegExp, is: string): string => {
  const after = text.replace(was, is)
  expect(after).not.toBe(text)
  return after
}

describe('playhead drift check against a site that plays a vendor', () => {
  test('says nothing of vendors that stay', async () => {
    write('envoy.txt', envoy)
    const { code, out } = await drift('check', '--head', 'envoy=envoy.txt')
    expect(code).toBe(0)
    expect(out.match(/no change/g)).toHaveLength(4)
  })

  test('tells of a value that joins a list', async () => {
    site.set('/quo.md', [
      200,
      moved(quo, '- failed\n', '- failed\n                                - queued\n'),
    ])
    const { code, told, changes } = await check('quo')
    expect({ code, told }).toEqual({ code: 0, told: ['risky response-enum-value-added'] })
    expect(changes[0]).toMatchObject({
      head: { value: 'queued' },
      touches: {
        files: ['mocks/vendors/quo.ts'],
        rules: ['only-a-ready-status-plays', 'survive-an-unknown-status'],
      },
    })
  })

  test('tells of a lifetime that is shortened, once, though words and an example say it', async () => {
    const shorter = moved(osvi, /15\s+minutes/g, '5 minutes')
    site.set('/osvi/recording.md', [200, moved(shorter, 'example: 900', 'example: 300')])
    const { told, changes } = await check('osvi')
    expect(told).toEqual(['risky quantity-changed'])
    expect(changes[0]).toMatchObject({ base: { value: '15 min' }, head: { value: '5 min' } })
    expect(changes[0].touches.rules).toContain('read-the-lifetime')
    expect((await check('osvi', '--fail-on', 'risky')).code).toBe(1)
  })

  test('tells of an error’s envelope that is wrapped, once for all statuses', async () => {
    const into = (schema: string, text: string): string =>
      moved(
        text,
        `    ${schema}:\n      type: object\n`,
        `    ${schema}:\n      type: object\n      properties: { error: { $ref: '#/components/schemas/${schema}Inside' } }\n    ${schema}Inside:\n      type: object\n`,
      )
    site.set('/osvi/recording.md', [200, into('ErrorNotFound', into('ErrorUnauthorized', osvi))])
    const { code, told, changes } = await check('osvi')
    expect({ code, told }).toEqual({ code: 1, told: ['breaking response-envelope-changed'] })
    expect(changes[0]).toMatchObject({
      base: { value: ['error', 'success'] },
      head: { value: ['error.error', 'error.success'] },
      touches: {
        files: ['mocks/vendors/osvi.ts'],
        rules: expect.arrayContaining(['survive-any-error-body', 'honour-success-false']),
      },
    })
    expect(changes[0].places).toHaveLength(2)
  })

  test('tells of a sentence that a rule quotes, of a page without a document', async () => {
    site.set('/voqo/public.md', [
      200,
      moved(voqo, 'Handle empty reply sets as a normal state.', 'Treat missing replies as an error.'),
    ])
    const { told, changes } = await check('voqo')
    expect(told).toEqual(['risky quoted-words-gone'])
    expect(changes[0].touches.rules).toEqual(['no-replies-is-normal'])
  })

  test.for<[what: string, was: string | RegExp, is: string, told: string[]]>([
    ['a type', 'expires_atdatetime', 'expires_atinteger', ['breaking page-field-changed']],
    [
      'null',
      /^duration_secondsdouble or null$/m,
      'duration_secondsdouble',
      ['breaking page-field-changed', 'risky quoted-words-gone'],
    ],
    ['a field', /^file_size_bytesinteger or null\nFile size in bytes\n/m, '', ['risky page-field-gone']],
    [
      'a header',
      'X-Organization-IDstring or nullOptional',
      'X-Organization-IDstringRequired',
      ['risky page-header-gone', 'risky page-header-new'],
    ],
    ['a status', '422\nUnprocessable Entity Error\n', '', ['compatible page-status-gone']],
    ['the furniture', 'SupportDashboard\nGuidesAPI Reference', 'Support\nDashboard\nHome\nChangelog', []],
    ['navigation', 'POSTJoin a call', 'POSTJoin a running call', []],
    [
      'a sentence nobody quotes',
      'Get a time-limited playback URL for a call recording.',
      'Get a playback URL for any call recording at all.',
      ['editorial text-changed'],
    ],
  ])('tells of a page of text: %s', async ([, was, is, told]) => {
    write('envoy.txt', moved(envoy, was, is))
    expect((await check('envoy', '--head', 'envoy=envoy.txt')).told).toEqual(told)
  })
})

describe('playhead drift check ends with 2, and says what of the others it can', () => {
  test.for<[what: string, answer: readonly [number, string], code: string]>([
    ['the site is down', [503, 'down'], 'unreachable-document'],
    ['a login page comes', [200, '<html><form>Log in</form></html>'], 'unreadable-specification'],
    ['the document is gone from the page', [200, '# Get recordings for a call\n\nMoved.'], 'not-openapi'],
    ['the page was cut off', [200, quo.slice(0, 3000)], 'no-fenced-yaml'],
  ])('where %s', async ([, answer, code]) => {
    site.set('/quo.md', answer)
    const { code: exit, out, err } = await drift('check', 'quo', 'osvi', '--json')
    expect({ exit, code: JSON.parse(err).error.code }).toEqual({ exit: 2, code })
    expect(JSON.parse(out).vendors.map(({ vendor }: { vendor: string }) => vendor)).toEqual(['osvi'])
  })

  test.for<[argv: string[], says: string]>([
    [['check', 'ovsi'], 'Did you mean osvi?'],
    [['check', 'envoy'], 'is not its own address'],
    [['check', 'osvi', '--head', 'page.md'], 'Give a vendor and a source'],
    [['chek'], 'Did you mean `playhead drift check`?'],
    [['accept'], 'Cannot accept without a vendor'],
  ])('%j', async ([argv, says]) => {
    const { code, err } = await drift(...argv)
    expect({ code, says: err.includes(says) ? says : err }).toEqual({ code: 2, says })
  })

  test('where nothing is pinned', async () => {
    const { code, err } = await said(['drift', 'check', '--specs', '.'], { cwd })
    expect({ code, says: err.split(':')[0] }).toEqual({ code: 2, says: 'Cannot check any vendor' })
  })

  test('where an index leads to another site, or has no such page', async () => {
    site.set('/osvi/llms.txt', [200, '- [Get Call Recording](https://elsewhere.test/recording.md)'])
    expect(await drift('check', 'osvi')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Cannot find the page "Get Call Recording"'),
    })
    site.set('/osvi/llms.txt', [200, '- [Another](/osvi/recording.md)'])
    expect((await drift('check', 'osvi')).code).toBe(2)
  })
})

describe('the accept-list', () => {
  const list = (...accepted: readonly object[]): void =>
    write('playhead.drift.json', JSON.stringify({ playhead: 1, accepted }))
  const queued = (): void => {
    site.set('/quo.md', [
      200,
      moved(quo, '- failed\n', '- failed\n                                - queued\n'),
    ])
  }

  test('takes a change out until its day, and not a day longer', async () => {
    queued()
    const [{ fingerprint }] = (await check('quo')).changes
    const entry = { vendor: 'quo', fingerprint, reason: 'our switch has a default', until: '2026-11-21' }
    list(entry)
    expect(await check('quo', '--fail-on', 'risky')).toMatchObject({
      code: 0,
      told: [],
      accepted: [{ reason: entry.reason }],
      problems: [],
    })
    list({ ...entry, until: '2026-11-20' })
    expect(await check('quo', '--fail-on', 'risky')).toMatchObject({
      code: 1,
      told: ['risky response-enum-value-added'],
      problems: [`${fingerprint} was accepted until 2026-11-20 only`],
    })
  })

  test('fails where an entry accepts nothing', async () => {
    list({ vendor: 'quo', fingerprint: '0123456789abcdef', reason: 'gone', until: '2027-01-31' })
    expect(await check('quo')).toMatchObject({
      code: 1,
      told: [],
      problems: [expect.stringContaining('is there no more')],
    })
  })

  test('is refused where it is none', async () => {
    list({ vendor: 'quo', fingerprint: 'x', reason: 'gone', until: '2027-01-31' })
    expect(await drift('check', 'quo')).toMatchObject({
      code: 2,
      err: expect.stringContaining('accepted.0.fingerprint'),
    })
  })
})

describe('playhead drift accept', () => {
  test('pins page, document, source and generated code together; then nothing has moved', async () => {
    const page = moved(osvi, /15\s+minutes/g, '5 minutes')
    site.set('/osvi/recording.md', [200, page])
    const { code, out } = await drift('accept', 'osvi')
    expect(code).toBe(0)
    expect(out).toContain('osvi: 1 risky')
    expect(out).toContain('wrote generated/osvi/types.ts')
    const source = JSON.parse(readFileSync(join(specs(), 'osvi/source.json'), 'utf8'))
    expect(source.retrieved).toBe('2026-11-21')
    expect(readFileSync(join(specs(), 'osvi/source.md'), 'utf8')).toBe(page)
    expect(readFileSync(join(specs(), 'osvi/openapi.yaml'), 'utf8')).toContain('5 minutes')
    expect((await check('osvi')).told).toEqual([])
  })

  test('writes nothing where the page cannot be read, or our corrections no longer fit', async () => {
    const before = readFileSync(join(specs(), 'osvi/source.json'), 'utf8')
    for (const page of [
      '<html></html>',
      moved(osvi, 'ErrorNotFound:', 'ErrorGone:').replace(
        '#/components/schemas/ErrorNotFound',
        '#/components/schemas/ErrorGone',
      ),
    ]) {
      site.set('/osvi/recording.md', [200, page])
      expect((await drift('accept', 'quo', 'osvi')).code).toBe(2)
      expect(readFileSync(join(specs(), 'osvi/source.json'), 'utf8')).toBe(before)
    }
  })
})

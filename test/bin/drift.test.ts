import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { said } from '../support/command-line.ts'

let cwd = ''
const save = (name: string, text: string): Promise<void> => writeFile(join(cwd, name), text)

const yaml = (status: string, more = ''): string => `openapi: 3.1.0
info: { title: Recordings, version: 1.0.0 }
paths:
  /recordings/{id}:
    get:
      responses:
        '200':
          description: OK
          content:
            application/json:
              schema:
                type: object
                properties:
                  status:
                    type: string
                    enum: [${status}]
${more}`

const page = (document: string): string =>
  `# Get a recording\n\nSome words.\n\n\`\`\`\`yaml GET /recordings\n${document}\`\`\`\`\n`

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'playhead-drift-'))
  await save('old.yaml', yaml('ready, failed'))
  await save('new.yaml', yaml('ready, failed, stopped'))
  await save('breaking.yaml', yaml('READY'))
  await save('page.md', page(yaml('ready, failed, stopped')))
  await save(
    'old.json',
    JSON.stringify(
      {
        openapi: '3.0.3',
        info: { title: 'R', version: '1' },
        paths: { '/recordings': { get: { responses: { 200: { description: 'OK' } } } } },
      },
      null,
      2,
    ),
  )
})
afterAll(() => rm(cwd, { recursive: true }))

const drift = (...argv: readonly string[]) => said(['drift', ...argv], { cwd })

describe('playhead drift compares two documents', () => {
  test('and is content where nothing is another', async () => {
    const { code, out } = await drift('--base', 'old.yaml', '--head', 'old.yaml')
    expect({ code, out }).toEqual({ code: 0, out: 'old.yaml → old.yaml\nno change, in 1 operation in use.' })
  })

  test('and tells the rule, the values and the lines', async () => {
    const { code, out } = await drift('--base', 'old.yaml', '--head', 'new.yaml')
    expect(code).toBe(0)
    expect(out).toContain(
      'risky       response-enum-value-added\n            a value may come that was not listed: stopped\n',
    )
    expect(out).toContain('GET /recordings/{id}  200 application/json .status  (base 16:21, head 16:21)')
  })

  test('and fails from the grade on that was asked for', async () => {
    const risky = ['--base', 'old.yaml', '--head', 'new.yaml']
    expect((await drift(...risky, '--fail-on', 'risky')).code).toBe(1)
    expect((await drift(...risky, '--fail-on', 'breaking')).code).toBe(0)
    expect((await drift('--base', 'old.yaml', '--head', 'breaking.yaml')).code).toBe(1)
  })

  test('and finds the document in a page, with the page’s own lines', async () => {
    const { code, out } = await drift('--base', 'old.yaml', '--head', 'page.md', '--json')
    const { worst, changes } = JSON.parse(out)
    expect({ code, worst }).toEqual({ code: 0, worst: 'risky' })
    expect(changes[0]).toMatchObject({
      rule: 'response-enum-value-added',
      grade: 'risky',
      base: {
        pointer:
          '/paths/~1recordings~1{id}/get/responses/200/content/application~1json/schema/properties/status/enum',
        line: 16,
      },
      head: { value: 'stopped', line: 21 },
    })
  })

  test('and says where a value stands in JSON', async () => {
    await save(
      'new.json',
      JSON.stringify(
        {
          openapi: '3.0.3',
          info: { title: 'R', version: '1' },
          paths: { '/recordings': { get: { responses: { 201: { description: 'OK' } } } } },
        },
        null,
        2,
      ),
    )
    const { out } = await drift('--base', 'old.json', '--head', 'new.json')
    expect(out).toContain('(base 11:11, head 9:7)')
  })

  test('and prints JSON that its published schema describes', async () => {
    const file = new URL('../../generated/playhead/drift.schema.json', import.meta.url)
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(await readFile(file, 'utf8')))
    for (const head of ['old.yaml', 'new.yaml', 'breaking.yaml']) {
      const { out } = await drift('--base', 'old.yaml', '--head', head, '--json')
      expect([validate(JSON.parse(out)), validate.errors]).toEqual([true, null])
    }
    expect(validate({ worst: 'grave', changes: [] })).toBe(false)
  })

  test('and takes one operation alone, by its path', async () => {
    const only = await drift(
      '--base',
      'old.yaml',
      '--head',
      'breaking.yaml',
      '--operation',
      'get /recordings/{x}',
      '--json',
    )
    expect(JSON.parse(only.out).operations).toEqual(['GET /recordings/{id}'])
    const unknown = await drift('--base', 'old.yaml', '--head', 'new.yaml', '--operation', 'GET /recording')
    expect(unknown).toMatchObject({
      code: 2,
      err: expect.stringContaining('Did you mean "GET /recordings/{id}"?'),
    })
  })

  test('and compares all of them where none is about recordings, and says so', async () => {
    const text = (name: string): string =>
      JSON.stringify({ openapi: '3.1.0', info: {}, paths: { [name]: { get: {} } } })
    await save('a.json', text('/a'))
    await save('b.json', text('/b'))
    const { code, err, out } = await drift('--base', 'a.json', '--head', 'b.json', '--json')
    expect(code).toBe(1)
    expect(err).toContain('all of them are compared')
    expect(JSON.parse(out).worst).toBe('breaking')
  })
})

describe('playhead drift refuses', () => {
  const deep = `{"openapi":"3.1.0","paths":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}`
  const bomb = `openapi: 3.1.0\na: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghij'].map((one, n) => `${one}: &${one} [${Array(9).fill(`*${'abcdefghi'[n]}`).join()}]`).join('\n')}\n`
  const remote = yaml('ready').replace('enum: [ready]', "$ref: 'https://elsewhere.test/schema.json'")
  const self = yaml(
    'ready',
    'components:\n  schemas:\n    A: { allOf: [{ $ref: "#/components/schemas/A" }] }\n',
  ).replace('enum: [ready]', "$ref: '#/components/schemas/A'")

  test.for<[what: string, text: string, code: string, says: string]>([
    ['an empty file', ' \n', 'unreadable-specification', 'it is empty'],
    ['a page of HTML', '<!doctype html><title>Login</title>', 'unreadable-specification', 'a page of HTML'],
    [
      'JSON that was cut off',
      '{"openapi": "3.1.0", "paths": {"/rec',
      'unreadable-specification',
      'Unterminated string',
    ],
    [
      'YAML that was cut off',
      'openapi: 3.1.0\npaths: {"/recordings',
      'unreadable-specification',
      'Missing closing',
    ],
    [
      'a page without its last fence',
      page(yaml('ready'))
        .replace('````\n', '\n')
        .replace(/````\n$/, ''),
      'no-fenced-yaml',
      'holds 0 YAML fences',
    ],
    ['what is no document', 'hello: world', 'not-openapi', 'its word openapi is'],
    ['a list', '[1, 2]', 'not-openapi', 'it is [1,2]'],
    ['an older kind of document', 'swagger: "2.0"', 'not-openapi', '"2.0"'],
    ['aliases that grow without bounds', bomb, 'unreadable-specification', 'Excessive alias count'],
    ['an alias within itself', 'openapi: 3.1.0\npaths: &a { x: *a }', 'hostile-document', 'deep'],
    ['what is nested without end', deep, 'hostile-document', 'nested more than 200 deep'],
    ['a reference to another host', remote, 'remote-reference', 'https://elsewhere.test/schema.json'],
    ['a schema that is made of itself', self, 'bad-reference', 'made of itself'],
    [
      'a reference to nothing',
      yaml('ready').replace('enum: [ready]', "$ref: '#/components/schemas/Gone'"),
      'bad-reference',
      'nothing stands there',
    ],
  ])('%s', async ([what, text, code, says]) => {
    const name = `${what.replaceAll(' ', '-')}.yaml`
    await save(name, text)
    const { code: exit, err, out } = await drift('--base', 'old.yaml', '--head', name, '--json')
    const { error } = JSON.parse(err)
    expect({ exit, out, code: error.code }).toEqual({ exit: 2, out: '', code })
    expect(error.act).toContain(says)
  })

  test('more than it can read', async () => {
    await save('large.json', `{"openapi":"3.1.0","x":"${'x'.repeat(11 * 1024 * 1024)}"}`)
    const { code, err } = await drift('--base', 'old.yaml', '--head', 'large.json')
    expect(code).toBe(2)
    expect(err).toContain('Cannot read large.json: it has at least 1153')
  })

  test.for<[argv: string[], says: string]>([
    [['--head', 'new.yaml'], 'Cannot compare without --base'],
    [['--base', 'old.yaml'], 'Cannot compare without --head'],
    [['--base', 'old.yaml', '--head', 'none.yaml'], 'there is no such file'],
    [['--base', 'old.yaml', '--head', 'new.yaml', '--fail-on', 'risk'], 'Did you mean risky?'],
    [['--base', 'old.yaml', '--head', 'new.yaml', '--all-operations', '--operation', 'GET /a'], 'together'],
  ])('%j', async ([argv, says]) => {
    const { code, err } = await drift(...argv)
    expect({ code, says: err.includes(says) }).toEqual({ code: 2, says: true })
  })
})

describe('playhead drift fetches', () => {
  const listen = async (answer: (path: string) => { status?: number; body: string; cut?: boolean }) => {
    const server = createServer((request, response) => {
      const { status = 200, body, cut = false } = answer(request.url ?? '')
      response.writeHead(status, { 'content-length': Buffer.byteLength(body) + (cut ? 100 : 0) })
      response.end(body, () => cut && response.destroy())
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    return {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      [Symbol.asyncDispose]: async () => {
        server.close()
        server.closeAllConnections()
      },
    }
  }

  test('a page, and shows nothing of its query', async () => {
    await using site = await listen(() => ({ body: page(yaml('READY')) }))
    const { code, out } = await drift('--base', 'old.yaml', '--head', `${site.url}/page.md?token=secret`)
    expect(code).toBe(1)
    expect(out).toContain(`old.yaml → ${site.url}/page.md?…\nbreaking    response-constant-changed`)
    expect(out).not.toContain('secret')
  })

  test('nothing where the site answers an error, the answer is cut off, or nobody is there', async () => {
    await using site = await listen((path) =>
      path === '/cut' ? { body: yaml('ready'), cut: true } : { status: 503, body: 'down' },
    )
    const gone = await listen(() => ({ body: '' }))
    await gone[Symbol.asyncDispose]()
    for (const [address, says] of [
      [`${site.url}/down`, 'it answered 503'],
      [`${site.url}/cut`, 'Cannot fetch'],
      [`${gone.url}/gone`, 'ECONNREFUSED'],
    ] as const) {
      const { code, err } = await drift('--base', 'old.yaml', '--head', address, '--json')
      expect({ code, error: JSON.parse(err).error.code }).toEqual({ code: 2, error: 'unreachable-document' })
      expect(err).toContain(says)
    }
  })
})

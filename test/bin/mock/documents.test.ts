import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { documentsOf } from '../../../bin/mock/documents.ts'
import { vendors } from '../../../mocks/vendors/index.ts'
import { loadSpecification } from '../../../specs/tools/load.ts'
import { aDocument } from '../../mocks/hosts/prism/a-document.ts'
import { said, startedMock } from '../../support/command-line.ts'

const folder = mkdtempSync(join(tmpdir(), 'playhead-'))
afterAll(() => rmSync(folder, { recursive: true }))

const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return name
}
const json = write('quo.json', JSON.stringify(aDocument()))
const yaml = write(
  'quo.yaml',
  'openapi: 3.1.0\npaths:\n  /a:\n    get:\n      responses: &r\n        200: &s { description: Fine. }\n        201: *s\n',
)
const sourcesOf = (...spec: readonly string[]) => documentsOf({ values: { spec }, cwd: folder }, vendors)

/** An alias for each level, ten times the one below it: a few lines that would be a thousand million. */
const laughing = [
  'a0: &a0 [x, x, x, x, x, x, x, x, x, x]',
  ...Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(', ')}]`),
].join('\n')

describe('--spec', () => {
  test('brings a document as JSON or YAML, whatever the file is called', async () => {
    const unnamed = write('document', JSON.stringify(aDocument()))
    for (const file of [json, unnamed])
      expect(await (await sourcesOf(`quo=${file}`)).quo?.()).toEqual(aDocument())
    expect(await (await sourcesOf(`quo=${yaml}`)).quo?.()).toMatchObject({
      paths: { '/a': { get: { responses: { 201: { description: 'Fine.' } } } } },
    })
  })

  test('leaves the pinned document, with our corrections, to every other vendor', async () => {
    const sources = await sourcesOf(`quo=${json}`)
    expect(Object.keys(sources)).toEqual(vendors.map(({ id }) => id))
    expect(await sources.osvi?.()).toEqual(loadSpecification('osvi').overlaid)
    expect(await (await sourcesOf()).quo?.()).toHaveProperty(['paths', '/v1/call-recordings/{callId}'])
  })

  test.for<[string, string[], string]>([
    ['without a vendor', ['quo.json'], 'bad-spec'],
    ['without a file', ['quo='], 'bad-spec'],
    ['of one vendor twice', [`quo=${json}`, `quo=${yaml}`], 'bad-spec'],
    ['of a vendor nobody knows', [`qou=${json}`], 'unknown-vendor'],
    ['that is not there', ['quo=none.json'], 'unreadable-file'],
    ['that is a folder', ['quo=.'], 'unreadable-file'],
  ])('%s stops the start', async ([, spec, code]) => {
    await expect(sourcesOf(...spec)).rejects.toMatchObject({ code })
  })

  test.for<[string, string, string]>([
    ['JSON that breaks off', write('cut.json', JSON.stringify(aDocument()).slice(0, -40)), 'malformed-json'],
    ['JSON without its extension that breaks off', write('cut', '{"openapi": '), 'malformed-json'],
    ['YAML that breaks off', write('cut.yaml', 'openapi: "3.1.0\npaths: {'), 'unreadable-specification'],
    ['aliases that multiply', write('bomb.yaml', laughing), 'unreadable-specification'],
  ])('%s is told when it is read, and not before', async ([, file, code]) => {
    const sources = await sourcesOf(`quo=${file}`)
    await expect(sources.quo?.()).rejects.toMatchObject({ code })
  })

  test('of 50 MB is not read at all', async () => {
    const file = write('huge.json', '')
    truncateSync(join(folder, file), 50 * 2 ** 20)
    const sources = await sourcesOf(`quo=${file}`)
    await expect(sources.quo?.()).rejects.toMatchObject({ code: 'document-too-large' })
  })
})

describe('playhead mock --spec', () => {
  test('answers from the file, beside what it answers itself', async () => {
    await using mock = await startedMock(['--json', '--spec', `quo=${join(folder, json)}`])
    const { url, vendors: ready } = JSON.parse(mock.line)
    const { headers, refs } = ready.quo
    const note = await fetch(`${url}/quo/v1/notes/7`, { headers })
    expect([note.status, await note.json()]).toEqual([200, { id: 1, text: 'abc' }])
    expect((await fetch(`${url}/quo/v1/call-recordings/${refs.playable}`, { headers })).status).toBe(200)
    expect(mock.err()).toBe('')
    expect(mock.out()).toBe(`${mock.line}\n`)
  })

  test('ends at once where the option cannot be', async () => {
    const { code, err } = await said(['mock', '--port', '0', '--spec', 'qou=x.json'])
    expect(code).toBe(2)
    expect(err).toContain('Did you mean quo?')
  })
})

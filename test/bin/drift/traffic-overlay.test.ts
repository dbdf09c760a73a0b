import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readTraffic } from '../../../bin/observe/read-traffic.ts'
import { checkDocument } from '../../../contracts/drift/document/check-document.ts'
import { checkTraffic } from '../../../contracts/drift/traffic/check-traffic.ts'
import { exchangesOf } from '../../../contracts/drift/traffic/exchanges.ts'
import { vendors } from '../../../mocks/vendors/index.ts'
import { loadSpecification } from '../../../specs/tools/load.ts'
import { applyOverlay } from '../../../specs/tools/overlay.ts'
import { readOverlay } from '../../../specs/tools/read-overlay.ts'
import { said } from '../../support/command-line.ts'
import { item, path } from './proxied.ts'

const cwd = mkdtempSync(join(tmpdir(), 'playhead-overlay-'))
afterAll(() => rmSync(cwd, { recursive: true }))

const answer = (n: number, status: number, body: unknown): readonly object[] => {
  const about = { sandbox: 'default', realMs: 0 }
  const event = { at: Date.UTC(2026, 0, 31), request: `r${n}` }
  const asked = { kind: 'sent', role: 'api', method: 'GET', path: `/quo${path}?fresh=1`, headers: {} }
  const headers = { 'content-type': 'application/json' }
  return [
    { ...about, event: { ...event, ...asked } },
    { ...about, event: { ...event, kind: 'received', status, headers, body: JSON.stringify(body) } },
    { ...about, event: { ...event, kind: 'settled', how: 'complete' } },
  ]
}

test('what a suggested overlay adds to the document is told no more', async () => {
  const head = { playhead: 1, kind: 'run', by: 'a test', api: 'http://a.test', storage: 'http://s.test' }
  const lines = [
    head,
    ...answer(1, 200, { data: [{ ...item, status: 'queued', 'it’s': 1 }] }),
    ...answer(2, 418, {}),
    { kind: 'end', realMs: 0 },
  ]
  writeFileSync(join(cwd, 'run.jsonl'), lines.map((line) => JSON.stringify(line)).join('\n'))
  await said(['drift', 'traffic', 'run.jsonl', '--reporter', 'overlay=patch.json'], { cwd })
  const suggested = readOverlay(JSON.parse(readFileSync(join(cwd, 'patch.json'), 'utf8')), 'patch.json')
  const { overlaid } = loadSpecification('quo')
  const exchanges = exchangesOf(await readTraffic('run.jsonl', cwd), vendors)
  const told = (document: unknown) =>
    checkTraffic('quo', checkDocument(document, 'a document'), exchanges).changes.map(({ rule }) => rule)
  expect(told(overlaid).toSorted()).toEqual([
    'error-status-added',
    'response-closed-object-extended',
    'response-enum-value-added',
    'undocumented-parameter-sent',
  ])
  expect(suggested.actions).toHaveLength(4)
  expect(told(applyOverlay(overlaid, suggested))).toEqual([])
})

import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadSpecification, specificationIds, specsFolder } from '../../../specs/tools/load.ts'

const acme = (files: Record<string, string>): string => {
  const root = mkdtempSync(join(tmpdir(), 'playhead-specs-'))
  mkdirSync(join(root, 'acme'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, 'acme', name), text)
  return root
}
const overlay = 'overlay: 1.0.0\ninfo: { title: t, version: "1" }\n'

describe('specificationIds', () => {
  test('lists the folders that hold a document, and no other', () => {
    const root = acme({ 'openapi.yaml': 'openapi: 3.1.0' })
    mkdirSync(join(root, 'tools'))
    expect(specificationIds(root)).toEqual(['acme'])
  })
})

describe('loadSpecification', () => {
  test('gives the document as it is and with its overlay', () => {
    const root = acme({
      'openapi.yaml': 'openapi: 3.1.0\ninfo: { title: Acme }',
      'overlay.yaml': `${overlay}actions: [{ target: $.info, update: { version: '2' } }]`,
    })
    const { raw, overlaid, source } = loadSpecification('acme', root)
    expect(raw).toEqual({ openapi: '3.1.0', info: { title: 'Acme' } })
    expect(overlaid).toEqual({ openapi: '3.1.0', info: { title: 'Acme', version: '2' } })
    expect(source).toBeUndefined()
  })

  test('takes a document of our own without overlay and source', () => {
    const { raw, overlaid, overlay } = loadSpecification('acme', acme({ 'openapi.yaml': 'openapi: 3.1.0' }))
    expect(overlaid).toEqual(raw)
    expect(overlay).toBeUndefined()
  })

  test.each([
    ['an unknown id', { 'openapi.yaml': 'a: 1' }, 'amce', 'Use one of acme'],
    ['a document that is no YAML', { 'openapi.yaml': 'a: [' }, 'acme', 'valid YAML'],
    ['a document that is no mapping', { 'openapi.yaml': '- a' }, 'acme', 'holds no mapping'],
    [
      'an overlay that is no mapping',
      { 'openapi.yaml': 'a: 1', 'overlay.yaml': '- a' },
      'acme',
      'overlay.yaml',
    ],
    [
      'an overlay without actions',
      { 'openapi.yaml': 'a: 1', 'overlay.yaml': `${overlay}actions: []` },
      'acme',
      'actions holds no action',
    ],
    [
      'an overlay of another version',
      {
        'openapi.yaml': 'a: 1',
        'overlay.yaml': `${overlay.replace('1.0.0', '2.0.0')}actions: [{ target: $ }]`,
      },
      'acme',
      'overlay is not a version of Overlay 1.0',
    ],
    [
      'a misspelt field of an action',
      { 'openapi.yaml': 'a: 1', 'overlay.yaml': `${overlay}actions: [{ target: $, updates: {} }]` },
      'acme',
      'actions.0.updates is not a field',
    ],
  ])('refuses %s', (_, files, id, says) => {
    expect(() => loadSpecification(id, acme(files))).toThrow(says)
  })

  test('fails when an overlay no longer matches the document it was written for', () => {
    const root = mkdtempSync(join(tmpdir(), 'playhead-specs-'))
    cpSync(join(specsFolder, 'osvi'), join(root, 'osvi'), { recursive: true })
    cpSync(join(specsFolder, 'envoy', 'openapi.yaml'), join(root, 'osvi', 'openapi.yaml'))
    expect(() => loadSpecification('osvi', root)).toThrow('nothing matches its target')
  })

  test.each(specificationIds().filter((id) => loadSpecification(id).overlay))(
    'the overlay of %s says what it extends, and why each action',
    (id) => {
      const overlay = loadSpecification(id).overlay
      expect(overlay?.extends).toBe('openapi.yaml')
      expect(overlay?.actions.filter(({ description }) => (description ?? '').length < 20)).toEqual([])
    },
  )
})

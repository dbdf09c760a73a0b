import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadSpecification, specificationIds } from '../../../specs/tools/load.ts'
import { fileSha256, readSource } from '../../../specs/tools/source.ts'

const vendors = specificationIds().filter((id) => id !== 'playhead')

describe('source.json', () => {
  test('stands beside every vendor', () => {
    expect(vendors).toEqual(['envoy', 'feather', 'osvi', 'quo', 'voqo'])
    expect(vendors.filter((id) => loadSpecification(id).source === undefined)).toEqual([])
  })

  test.each(vendors)('pins the page and the document of %s', (id) => {
    const { folder, source } = loadSpecification(id)
    expect({ page: source?.sha256, document: source?.document.sha256 }).toEqual({
      page: fileSha256(join(folder, source?.page ?? '')),
      document: fileSha256(join(folder, 'openapi.yaml')),
    })
  })

  const good = {
    page: 'source.md',
    url: 'https://example.com',
    retrieved: '2026-01-31',
    sha256: '0'.repeat(64),
    document: { kind: 'published', sha256: '0'.repeat(64) },
  }
  const reading = (text: string) => {
    const folder = mkdtempSync(join(tmpdir(), 'playhead-source-'))
    writeFileSync(join(folder, 'source.json'), text)
    return () => readSource(folder)
  }

  test('is read as it is', () => {
    expect(reading(JSON.stringify(good))()).toEqual(good)
  })

  test.each([
    ['text that is no JSON', '{', 'Invalid JSON'],
    ['a hash of another kind', JSON.stringify({ ...good, sha256: 'abc' }), 'sha256: is not a SHA-256'],
    ['a day that is none', JSON.stringify({ ...good, retrieved: 'yesterday' }), 'retrieved: Invalid date'],
    ['a field too many', JSON.stringify({ ...good, from: 'x' }), 'from'],
    ['a missing document', JSON.stringify({ ...good, document: undefined }), 'document'],
  ])('refuses %s', (_, text, says) => {
    expect(reading(text)).toThrow(says)
  })
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compareDocuments } from '../../../contracts/drift/compare-documents.ts'
import { checkDocument } from '../../../contracts/drift/document/check-document.ts'
import { wirePath } from '../../../contracts/drift/operations/operation.ts'
import { leanings } from '../../../contracts/drift/touches/leaning-rules.ts'
import { vendorReads } from '../../../contracts/drift/touches/vendor-reads.ts'
import { rules } from '../../../contracts/rules/index.ts'
import { vendors } from '../../../mocks/vendors/index.ts'
import { loadSpecification } from '../../../specs/tools/load.ts'
import { projectFolder } from '../../support/house/tree.ts'

const sourceOf = (file: string): string => readFileSync(join(projectFolder, file), 'utf8')

describe('what leans on a vendor’s document', () => {
  test('is told of every vendor, by its own operations', () => {
    const told = Object.entries(vendorReads).map(([id, { operations }]) => [id, operations])
    const known = vendors.map(({ id, operations }) => [
      id,
      operations.map(({ method, path }) => `${method} ${wirePath(path)}`),
    ])
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(known))
  })

  test.each(Object.entries(vendorReads))(
    '%s: its file reads the fields that are named, and no other',
    (id, { file, fields }) => {
      const source = sourceOf(file)
      const isRead = (field: string): boolean =>
        new RegExp(
          `(\\b(json|data|recording|segment|reply|item)\\??\\.|\\{ )${field}\\b|objectOf\\(\\w+\\)\\?\\.${field}\\b`,
        ).test(source)
      expect(fields.filter((field) => !isRead(field))).toEqual([])
      const bodies = JSON.stringify(loadSpecification(id).overlaid)
      const described = [
        ...new Set(
          [...bodies.matchAll(/"properties":\{(.*?)\}\}/g)].flatMap(([, all = '']) =>
            [...all.matchAll(/"(\w+)":\{/g)].map(([, name = '']) => name),
          ),
        ),
      ]
      const reading = new RegExp(
        `\\b(?:json|data|recording|segment|reply)\\??\\.(${described.join('|')})\\b`,
        'g',
      )
      const read = [...source.matchAll(reading)].map(([, name = '']) => name)
      expect([...new Set(read)].filter((name) => !fields.includes(name))).toEqual([])
    },
  )

  test('is a rule of the catalogue', () => {
    const known = new Set(rules.map(({ id }) => id))
    const named = [...leanings.flatMap((one) => one.rules), 'tolerate-additions', 'read-the-lifetime']
    expect(named.filter((id) => !known.has(id))).toEqual([])
  })

  test('is found by the field: OSVI’s URL may be null', () => {
    const { raw } = loadSpecification('osvi')
    const moved = JSON.parse(
      JSON.stringify(raw).replace(
        '"recording_url":{"type":"string"',
        '"recording_url":{"type":["string","null"]',
      ),
    )
    const { changes } = compareDocuments(checkDocument(raw, 'pinned'), checkDocument(moved, 'moved'))
    expect(changes).toMatchObject([
      {
        rule: 'response-became-nullable',
        touches: {
          files: ['mocks/vendors/osvi.ts'],
          rules: expect.arrayContaining(['a-null-url-is-not-playable', 'never-hand-out-a-dead-url']),
        },
      },
    ])
  })
})

import { expect, test } from 'vitest'
import { compareDocuments } from '../../../contracts/drift/compare-documents.ts'
import { checkDocument } from '../../../contracts/drift/document/check-document.ts'
import { largeDocument } from '../../support/large-document.ts'

test('two documents of a megabyte, of which every operation moved, take less than half a second of computing', () => {
  const [base, head] = [1, 2].map(largeDocument)
  expect(base?.length).toBeGreaterThan(1_000_000)
  const before = process.threadCpuUsage()
  const comparison = compareDocuments(
    checkDocument(JSON.parse(base ?? ''), 'base'),
    checkDocument(JSON.parse(head ?? ''), 'head'),
  )
  const { user } = process.threadCpuUsage(before)
  expect(comparison.changes.map(({ rule, places }) => `${rule} ×${places.length}`)).toEqual([
    'response-constant-changed ×5',
    'text-changed ×16',
    'version-changed ×1',
  ])
  expect(comparison.elsewhere).toMatchObject({ operations: 79, changed: 79, worst: 'breaking' })
  expect(user / 1000).toBeLessThan(500)
})

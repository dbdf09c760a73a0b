import { describe, expect, test } from 'vitest'
import { compareDocuments } from '../../../contracts/drift/compare-documents.ts'
import { everything } from '../../../contracts/drift/in-use.ts'
import { hasHistory, historyDocument, labelledPairs, labels } from '../../support/vendor-history.ts'

const where = hasHistory ? 'the history of vendors' : 'a folder that is not there'

describe.skipIf(!hasHistory)(`labelled pairs in ${where}`, () => {
  test.each(labelledPairs().map((pair) => [`${pair.id} is ${pair.expected}`, pair] as const))(
    '%s',
    (_, pair) => {
      const [base, head] = [historyDocument(pair.base), historyDocument(pair.revision)]
      expect(labels[compareDocuments(base, head, { inUse: everything }).worst]).toBe(pair.expected)
    },
  )

  test('are there', () => {
    expect(labelledPairs().length).toBeGreaterThan(40)
  })

  test('of Quo’s two documents the constant of its errors breaks, in one finding, and the rest is one line', () => {
    const { worst, changes, elsewhere, operations } = compareDocuments(
      historyDocument('quo/2025-06-16.json'),
      historyDocument('quo/2026-07-20.json'),
    )
    expect(worst).toBe('breaking')
    expect(operations).toEqual(['GET /v1/call-recordings/{callId}'])
    expect(changes.map(({ rule, places }) => `${rule} ×${places.length}`)).toEqual([
      'response-constant-changed ×5',
      'server-removed ×1',
      'server-added ×1',
      'example-changed ×6',
      'text-changed ×2',
    ])
    expect(changes[0]).toMatchObject({
      base: { value: 'https://openphone.com/docs' },
      head: { value: 'https://quo.com/docs' },
      touches: { rules: expect.arrayContaining(['survive-any-error-body']) },
    })
    expect(elsewhere).toEqual({ operations: 42, changed: 42, broken: 0, worst: 'breaking' })
  })
})

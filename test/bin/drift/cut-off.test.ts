import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseDocument } from '../../../bin/drift/parse-document.ts'
import { wholeDocument } from '../../../bin/drift/whole-document.ts'
import { compareDocuments } from '../../../contracts/drift/compare-documents.ts'
import { PlayheadError } from '../../../mocks/world/error.ts'
import { projectFolder } from '../../support/house/tree.ts'

const read = async (text: string) => wholeDocument(await parseDocument({ name: 'a document', text }))

/** What is said of a document that ends at some place: that it cannot be used, or how much has moved. */
const saidOfHalf = async (whole: string, end: number): Promise<string> => {
  try {
    return compareDocuments(await read(whole), await read(whole.slice(0, end))).worst
  } catch (error) {
    expect(error).toBeInstanceOf(PlayheadError)
    return 'refused'
  }
}

test('of a document that was cut off nothing is said, but where no word of it is missing', async () => {
  const told: string[] = []
  for (const vendor of ['quo', 'osvi', 'feather', 'envoy', 'voqo']) {
    const whole = readFileSync(join(projectFolder, 'specs', vendor, 'openapi.yaml'), 'utf8')
    for (let end = 100; end < whole.length - 1; end += 211) told.push(await saidOfHalf(whole, end))
    expect(await saidOfHalf(whole, whole.length)).toBe('none')
  }
  const wrong = told.filter((one) => one === 'breaking' || one === 'risky')
  expect(told.length).toBeGreaterThan(120)
  // Where it ends between two lines, or in a last word that might be whole, nobody can tell.
  expect(wrong.length / told.length).toBeLessThan(0.03)
})

test('a document without a line break at its end is read where all of it is there', async () => {
  const whole = readFileSync(join(projectFolder, 'specs/osvi/openapi.yaml'), 'utf8').trimEnd()
  expect(await saidOfHalf(whole, whole.length)).toBe('none')
})

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { madeDocuments, strayPages } from '../../docs/write/write.ts'

test.each(madeDocuments().map(({ path, file, fresh }) => [path, file, fresh] as const))(
  '%s is what `npm run docs` writes',
  (_, file, fresh) => {
    expect(readFileSync(file, 'utf8')).toBe(fresh)
  },
)

test('there is no page of a rule that is no more', () => {
  expect(strayPages()).toEqual([])
})

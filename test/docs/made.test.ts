import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { madeDocuments } from '../../docs/write/write.ts'

test.each(madeDocuments().map(({ file, fresh }) => [file.pathname.split('/').at(-1), file, fresh] as const))(
  '%s is what `npm run docs` writes',
  (_, file, fresh) => {
    expect(readFileSync(file, 'utf8')).toBe(fresh)
  },
)

import { expect, test } from 'vitest'
import { parts } from './parts.ts'
import { digestOf, leanedOn } from './sources.ts'

const tree = new Map([
  ['a.ts', "import { b } from './b/b.ts'"],
  ['b/b.ts', "new Worker(new URL('c.ts', import.meta.url))"],
  ['b/c.ts', "import type { A } from '../a.ts'"],
  ['d.ts', "import { a } from './a.ts'"],
])

test('a file leans on what it imports and on what it starts, however far', () => {
  expect(leanedOn(tree, 'a.ts')).toEqual(['a.ts', 'b/b.ts', 'b/c.ts'])
})

test.each(parts)('the figures of $name have a digest of what they depend on', (part) => {
  expect(digestOf(part)).toMatch(/^[0-9a-f]{12}$/)
  expect(digestOf({ ...part, reads: (path) => path === 'bin/playhead.ts' })).not.toBe(digestOf(part))
})

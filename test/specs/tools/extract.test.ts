import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { extractYaml } from '../../../specs/tools/extract.ts'
import { loadSpecification, specificationIds } from '../../../specs/tools/load.ts'

describe('extractYaml', () => {
  test.each([
    ['a fence of three', 'a\n```yaml\nopenapi: 3.1.0\n```\nb\n', 'openapi: 3.1.0\n'],
    ['a longer fence that says more', '````yaml /a.json get /b\nx: 1\n````', 'x: 1\n'],
    [
      'a shorter fence inside',
      '````yaml\nx: |\n  ```\n  code\n  ```\n````\n',
      'x: |\n  ```\n  code\n  ```\n',
    ],
    ['a blank last line', '```yaml\nx: 1\n\n```\n', 'x: 1\n\n'],
    ['other languages beside it', '```json\n{}\n```\n```yaml\nx: 1\n```\n', 'x: 1\n'],
  ])('takes %s', (_, page, wanted) => {
    expect(extractYaml(page)).toBe(wanted)
  })

  test.each([
    ['no fence', 'openapi: 3.1.0', 'holds 0'],
    ['two fences', '```yaml\na: 1\n```\n```yaml\nb: 1\n```\n', 'holds 2'],
    ['a fence that never ends', '```yaml\na: 1\n', 'holds 0'],
  ])('refuses %s', (_, page, says) => {
    expect(() => extractYaml(page)).toThrow(says)
  })

  const published = specificationIds()
    .map((id) => loadSpecification(id))
    .filter(({ source }) => source?.document.kind === 'published')

  test('three vendors publish their document', () => {
    expect(published.map(({ id }) => id)).toEqual(['feather', 'osvi', 'quo'])
  })

  test.each(published.map(({ id, folder, source }) => ({ id, folder, page: source?.page ?? '' })))(
    'gives the pinned document of $id byte for byte',
    ({ folder, page }) => {
      const extracted = extractYaml(readFileSync(join(folder, page), 'utf8'))
      expect(Buffer.from(extracted).equals(readFileSync(join(folder, 'openapi.yaml')))).toBe(true)
    },
  )
})

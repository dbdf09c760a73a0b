import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { pointedAt } from '../../mocks/world/json.ts'
import { checkGenerated, generatedFolder } from '../../specs/tools/generate.ts'
import { loadSpecification, specificationIds } from '../../specs/tools/load.ts'

describe('the generated code', () => {
  test('is what the specifications say', async () => {
    expect((await checkGenerated()).stale).toEqual([])
  })

  test.each(specificationIds())('of %s imports nothing, so that it runs in a browser', (id) => {
    for (const name of ['types.ts', 'document.ts', 'schemas.ts']) {
      expect(readFileSync(join(generatedFolder, id, name), 'utf8')).not.toMatch(
        /^\s*import\b|\brequire\(|\bimport\(/m,
      )
    }
  })

  test.each(specificationIds())('of %s lists its assumptions, each pointing at a mark', async (id) => {
    const { assumed } = await import(`../../generated/${id}/schemas.ts`)
    const { overlaid } = loadSpecification(id)
    for (const { pointer, reason } of assumed) {
      expect(pointedAt(overlaid, pointer)).toMatchObject({ 'x-assumed': true, 'x-reason': reason })
    }
    const marks = JSON.stringify(overlaid).split('"x-assumed":true').length - 1
    expect(assumed).toHaveLength(marks)
  })
})

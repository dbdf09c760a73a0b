import { expect, test } from 'vitest'
import { said } from '../../support/command-line.ts'

test('lint shows what is published and finds nothing in what we make of it', async () => {
  const { code, out, err } = await said(['lint', 'osvi'])
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toMatch(/^osvi: [1-9]\d* in what is published, 0 in what we make of it\n/)
  expect(out).toContain('"nullable" is an OpenAPI 3.0 word')
})

test('lint --json gives the findings as data', async () => {
  const { findings, ok } = JSON.parse((await said(['lint', 'osvi', '--json'])).out)
  expect(ok).toBe(true)
  expect(findings).toContainEqual(
    expect.objectContaining({ specification: 'osvi', stage: 'raw', code: 'no-nullable-in-3-1' }),
  )
})

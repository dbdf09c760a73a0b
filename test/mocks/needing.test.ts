import { describe, expect, test } from 'vitest'
import * as askingVitest from '../../contracts/entries/asking/vitest.ts'
import * as vitest from '../../contracts/entries/vitest.ts'
import * as askingMsw from '../../mocks/hosts/asking/msw.ts'
import * as askingNock from '../../mocks/hosts/asking/nock.ts'
import * as msw from '../../mocks/hosts/msw.ts'
import * as nock from '../../mocks/hosts/nock.ts'
import { needing } from '../../mocks/needing.ts'

const failing = (code: string, message: string) => () =>
  Promise.reject(Object.assign(new Error(message), { code }))

describe('a part that needs a package', () => {
  test('is loaded where the package is there', async () => {
    expect(await needing('playhead/msw', async () => 'loaded')).toBe('loaded')
  })

  test('asks for a missing one by name, with the line that installs it', async () => {
    const missing = failing('ERR_MODULE_NOT_FOUND', "Cannot find package '@scope/msw' imported from /a.js")
    await expect(needing('playhead/msw', missing)).rejects.toMatchObject({
      code: 'missing-package',
      act: 'Cannot use playhead/msw: the package @scope/msw is not installed',
      cure: 'Install it: npm install --save-dev @scope/msw',
    })
  })

  test.each([
    ['a file that is missing', 'ERR_MODULE_NOT_FOUND', "Cannot find module '/b.js'"],
    ['a fault of its own', 'ERR_OTHER', "Cannot find package 'msw'"],
  ])('tells of %s as it is', async (_what, code, message) => {
    await expect(needing('playhead/msw', failing(code, message))).rejects.toThrow(message)
    await expect(needing('playhead/msw', failing(code, message))).rejects.toMatchObject({ code })
  })
})

test.each([
  ['msw', askingMsw, msw],
  ['nock', askingNock, nock],
  ['vitest', askingVitest, vitest],
])('what asks for %s first gives all that the entry gives', (_name, asking, entry) => {
  expect(Object.entries(asking).sort()).toEqual(Object.entries(entry).sort())
})

import { expect, test } from 'vitest'
import { accessTold } from '../../../bin/mock/access-of.ts'
import { greeting } from '../../../bin/mock/greeting.ts'
import { vendors } from '../../../mocks/vendors/index.ts'
import { curlLines } from '../../support/curl.ts'

const readyAt = (url: string, key: string) => ({
  url,
  storageUrl: 'http://127.0.0.1:4011',
  vendors: { osvi: { baseUrl: `${url}/osvi`, headers: { 'api-token': key }, refs: { other: 'a b' } } },
})
const options = { vendors, version: '1.2.3', playhead: 'npx playhead' }

test('a key is kept from the shell, and an id is written as a URL does', () => {
  const [line] = curlLines(greeting(readyAt('http://127.0.0.1:4010', "it's $HOME"), options))
  expect(line).toEqual({
    url: 'http://127.0.0.1:4010/osvi/v1/call/a%20b/recording',
    init: { headers: [['api-token', "it's $HOME"]] },
  })
})

test('commands name the server only where it is not the usual one', () => {
  expect(greeting(readyAt('http://127.0.0.1:4010', 'k'), options)).toContain('npx playhead clock advance 15m')
  expect(greeting(readyAt('http://127.0.0.1:5000', 'k'), options)).toContain(
    'npx playhead clock --url http://127.0.0.1:5000 advance 15m',
  )
})

test('a vendor without calls has no curl', () => {
  const ready = { ...readyAt('http://127.0.0.1:4010', 'k'), vendors: {} }
  expect(curlLines(greeting(ready, options))).toHaveLength(1)
})

test('a mock with a token says so, and what to send', () => {
  const ready = readyAt('http://127.0.0.1:4010', 'k')
  const made = greeting(ready, { ...options, access: { made: 'made-for-this-run' } })
  expect(made).toContain('export PLAYHEAD_TOKEN=made-for-this-run\n')
  expect(made).toContain('http://127.0.0.1:4010/__playhead/?token=made-for-this-run\n')
  expect(made).toContain('-H "authorization: Bearer $PLAYHEAD_TOKEN"')
  const given = greeting(ready, { ...options, access: { made: undefined } })
  expect(given).toContain('http://127.0.0.1:4010/__playhead/?token=TOKEN\n')
  expect(greeting(ready, options)).not.toMatch(/token=|Bearer \$/)
})

test.for<[Record<string, string>, string | undefined]>([
  [{}, undefined],
  [{ host: '127.0.0.1' }, undefined],
  [{ host: '0.0.0.0' }, '0.0.0.0'],
  [{ host: '::', 'public-url': 'http://a.test' }, '::'],
  [{ host: '0.0.0.0', 'public-url': 'http://a.test', 'public-storage-url': 'http://b.test' }, undefined],
])('where a mock listens everywhere, it says that links do not: %j', ([values, everywhere]) => {
  const told = accessTold(values, undefined)
  expect(told.everywhere).toBe(everywhere)
  const text = greeting(readyAt('http://127.0.0.1:4010', 'k'), { ...options, ...told })
  expect(text.includes('It listens on every address')).toBe(everywhere !== undefined)
})

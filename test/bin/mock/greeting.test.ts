import { expect, test } from 'vitest'
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

import { expect, test } from 'vitest'
import { shownUrl } from '../../mocks/shown-url.ts'

test.each([
  ['https://docs.acme.test/openapi.yaml', 'https://docs.acme.test/openapi.yaml'],
  ['https://me:hush@docs.acme.test:8443/a?key=hush#b', 'https://docs.acme.test:8443/a?…'],
  ['http://127.0.0.1:4010/', 'http://127.0.0.1:4010'],
  ['redis://:hush@localhost:6379/2', 'redis://localhost:6379/2'],
  ['hush', 'an address that is no URL'],
])('%s is shown without what may be a secret', (address, wanted) => {
  expect(shownUrl(address)).toBe(wanted)
})

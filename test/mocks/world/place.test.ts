import { expect, test } from 'vitest'
import { localPlace } from '../../../mocks/world/place.ts'

test('a world that nobody places stands where `playhead mock` does', () => {
  expect(localPlace).toMatchObject({
    sandbox: 'default',
    apiOrigin: 'http://127.0.0.1:4010',
    storageOrigin: 'http://127.0.0.1:4011',
    storageHost: '127.0.0.1:4011',
  })
})

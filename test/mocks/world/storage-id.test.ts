import { expect, test } from 'vitest'
import { storages } from '../../../mocks/storage/index.ts'
import { storageIds } from '../../../mocks/world/storage-id.ts'

test('a world can choose every kind of storage there is, and no other', () => {
  expect([...storageIds].toSorted()).toEqual(Object.keys(storages).toSorted())
})

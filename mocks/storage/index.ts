import type { StorageFlavour } from './flavour.ts'
import { gcs } from './gcs.ts'
import { plain } from './plain.ts'
import { s3 } from './s3.ts'

/** Every kind of storage there is, by id. */
export const storages = { s3, gcs, plain } as const satisfies Readonly<Record<string, StorageFlavour>>

export type StorageId = keyof typeof storages

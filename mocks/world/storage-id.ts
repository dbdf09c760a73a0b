/** The kinds of storage a world can choose from; each has a file of its own. */
export const storageIds = ['s3', 'gcs', 'plain'] as const
export type StorageId = (typeof storageIds)[number]

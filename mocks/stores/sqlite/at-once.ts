import type { DatabaseSync } from 'node:sqlite'

/** Makes what is done become visible at once or not at all. */
export const atOnceOn =
  (database: DatabaseSync) =>
  <T>(run: () => T): T => {
    database.exec('BEGIN IMMEDIATE')
    try {
      const result = run()
      database.exec('COMMIT')
      return result
    } catch (error) {
      database.exec('ROLLBACK')
      throw error
    }
  }

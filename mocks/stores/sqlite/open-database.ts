import { DatabaseSync } from 'node:sqlite'
import { PlayheadError, shown } from '../../world/error.ts'

/** Grows when the tables change. */
const schemaVersion = 1

/** What SQLite writes into the file of whom it belongs to: "PLAY". */
const applicationId = 0x504c4159

const tables = `
  CREATE TABLE sandboxes (
    name TEXT PRIMARY KEY, version INTEGER NOT NULL, world TEXT NOT NULL, clock TEXT NOT NULL,
    scenario TEXT NOT NULL, usage TEXT NOT NULL, seq INTEGER NOT NULL, used INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX longest_unused ON sandboxes (used);
  CREATE TABLE journal (
    sandbox TEXT NOT NULL, seq INTEGER NOT NULL, entry TEXT NOT NULL, PRIMARY KEY (sandbox, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE credentials (credential TEXT PRIMARY KEY, sandbox TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX credentials_of ON credentials (sandbox);
  CREATE TABLE counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  INSERT INTO counters VALUES ('latest', 0), ('used', 0);
`

const numberOf = (database: DatabaseSync, pragma: string): number =>
  Number(Object.values(database.prepare(`PRAGMA ${pragma}`).get() ?? {})[0])

const complaint = (file: string, cause: unknown): PlayheadError => {
  const why = cause instanceof Error ? cause.message : String(cause)
  if (/locked|busy/i.test(why))
    return new PlayheadError({
      code: 'store-in-use',
      act: `Cannot open ${shown(file)}: another server keeps its sessions there`,
      cure: 'End that one, or give each a file of its own; --store redis://… is what several servers can share.',
      cause,
    })
  return new PlayheadError({
    code: 'bad-store',
    act: `Cannot keep sessions in ${shown(file)}: ${why}`,
    cure: 'Name a file that Playhead made, or one that does not exist yet, in a folder that can be written to.',
    cause,
  })
}

/** Makes the tables of a new file, and refuses one that is somebody else's. */
const prepared = (database: DatabaseSync): void => {
  const version = numberOf(database, 'user_version')
  const isOurs = numberOf(database, 'application_id') === applicationId
  if (isOurs && version === schemaVersion) return
  if (isOurs) throw new Error(`it is of version ${version}, and this Playhead reads version ${schemaVersion}`)
  if (numberOf(database, 'schema_version') !== 0) throw new Error('it holds something else')
  database.exec(
    `BEGIN IMMEDIATE; ${tables} PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${schemaVersion}; COMMIT;`,
  )
}

/**
 * Opens the file that sessions are kept in, for this process alone; makes it where there is none.
 * @throws PlayheadError `store-in-use`, `bad-store`
 */
export const openDatabase = (file: string): DatabaseSync => {
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(file)
    // A write-ahead log outlives the process at any moment; it is the machine's own crash that may cost the last moments.
    database.exec(
      'PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16384;',
    )
    prepared(database)
    return database
  } catch (cause) {
    if (database?.isOpen) database.close()
    throw complaint(file, cause)
  }
}

import type { DatabaseSync, StatementSync } from 'node:sqlite'

const texts = {
  read: 'SELECT version, world, clock, scenario, usage FROM sandboxes WHERE name = ?',
  counted: 'SELECT version, usage, used FROM sandboxes WHERE name = ?',
  count: 'UPDATE sandboxes SET usage = ? WHERE name = ?',
  use: 'UPDATE sandboxes SET used = ? WHERE name = ?',
  raise: 'UPDATE counters SET value = value + 1 WHERE name = ? RETURNING value',
  make: 'INSERT INTO sandboxes VALUES (?, ?, ?, ?, ?, ?, 0, ?)',
  replace: 'UPDATE sandboxes SET version = ?, world = ?, clock = ?, scenario = ?, usage = ? WHERE name = ?',
  replaceButWorld: 'UPDATE sandboxes SET version = ?, clock = ?, scenario = ?, usage = ? WHERE name = ?',
  number: 'UPDATE sandboxes SET seq = seq + 1 WHERE name = ? RETURNING seq',
  write: 'INSERT INTO journal VALUES (?, ?, ?)',
  trim: 'DELETE FROM journal WHERE sandbox = ? AND seq <= ?',
  entries:
    'SELECT seq, entry FROM (SELECT seq, entry FROM journal WHERE sandbox = ? AND seq > ? ORDER BY seq DESC LIMIT ?) ORDER BY seq',
  clear: 'DELETE FROM journal WHERE sandbox = ?',
  unbind: 'DELETE FROM credentials WHERE sandbox = ?',
  drop: 'DELETE FROM sandboxes WHERE name = ?',
  bind: 'INSERT OR REPLACE INTO credentials VALUES (?, ?)',
  bound: 'SELECT sandbox FROM credentials WHERE credential = ?',
  names: 'SELECT name FROM sandboxes ORDER BY name',
  howMany: 'SELECT count(*) AS many FROM sandboxes',
  longestUnused: "SELECT name FROM sandboxes WHERE name <> 'default' ORDER BY used LIMIT 1",
  lastUsed: "SELECT value FROM counters WHERE name = 'used'",
} as const

/** Everything that is asked of the file, by what it does. */
export type Statements = Readonly<Record<keyof typeof texts, StatementSync>>

/** Makes the statements ready, once. */
export const statementsOn = (database: DatabaseSync): Statements =>
  Object.fromEntries(Object.entries(texts).map(([name, sql]) => [name, database.prepare(sql)])) as Statements

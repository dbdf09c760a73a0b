/** Worlds of more listed calls than this leave enough behind for it to be seen. */
const manyCalls = 10_000

/**
 * Gives back what reading a large world took and nobody needs any more: left alone, V8 keeps it for as long as there is
 * room, several times of what the world itself holds.
 * @param calls how many calls were listed
 */
export const giveBackMemory = (calls: number): void => {
  if (calls < manyCalls) return
  // Loaded where they are wanted: most worlds are small, and a mock starts sooner without.
  process.getBuiltinModule('node:v8').setFlagsFromString('--expose-gc')
  const collect: unknown = process.getBuiltinModule('node:vm').runInNewContext('gc')
  if (typeof collect === 'function') collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })
}

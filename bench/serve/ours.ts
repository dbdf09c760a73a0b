import { fileURLToPath } from 'node:url'
import type { Asked } from './load.ts'
import type { Program } from './spawned.ts'

/** The command as it stands in the sources. */
export const source = fileURLToPath(new URL('../../bin/playhead.ts', import.meta.url))

/** Our server, answering a first request. @param world a file; the default world where there is none @param more options */
export const ours = (
  command: string,
  { path, headers }: Asked,
  world?: string,
  more: readonly string[] = [],
): Program => ({
  name: 'playhead',
  command: (port) => [
    process.execPath,
    command,
    'mock',
    '--port',
    String(port),
    '--storage-port',
    '0',
    ...(world === undefined ? [] : ['--world', world]),
    ...more,
  ],
  path,
  headers,
})

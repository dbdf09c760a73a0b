import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Captured } from './captured.ts'
import type { Asked } from './load.ts'
import type { Program } from './spawned.ts'

const script = fileURLToPath(new URL('floor.mjs', import.meta.url))

/** A bare server that sends what was captured, whatever it is asked. */
export const floorOf = (
  name: string,
  folder: string,
  answer: Captured,
  { path, headers }: Asked,
): Program => {
  const file = join(folder, `${name}.json`)
  writeFileSync(file, JSON.stringify(answer))
  return {
    name: 'bare node',
    command: (port) => [process.execPath, script, file, String(port)],
    path,
    headers,
  }
}

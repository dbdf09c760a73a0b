import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Leaves a world in a folder. @returns the file */
export const writeWorld = (folder: string, world: object, name = 'world'): string => {
  const file = join(folder, `${name}.json`)
  writeFileSync(file, JSON.stringify(world))
  return file
}

import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Makes sure that a name in a folder outlives a loss of power, where the platform lets folders be synced. */
const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}

/**
 * Writes a file whole or not at all, also where the process or the machine dies in the middle: whoever reads it meanwhile
 * finds what was there before. Of several writers the last one wins.
 * @param file an absolute path; its folder is made where there is none
 */
export const writeWhole = async (file: string, text: string): Promise<void> => {
  const folder = dirname(file)
  await mkdir(folder, { recursive: true })
  const unfinished = `${file}.${randomUUID().slice(0, 8)}.tmp`
  try {
    const handle = await open(unfinished, 'wx')
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
  await syncFolder(folder)
}

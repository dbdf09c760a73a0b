import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('.', import.meta.url))

/** What is said of a package that is not there. */
export const notInstalled = { missing: 'not installed: npm ci --prefix bench/peers' } as const

/** A file of a package among the peers' own, or else among the project's; undefined where it is not installed. */
export const fileOf = (name: string, path: string): string | undefined =>
  [here, join(here, '../..')]
    .map((folder) => join(folder, 'node_modules', name, path))
    .find((file) => existsSync(file))

/** Where a program of the machine lies; undefined where there is none of the name. */
export const programOf = (name: string): string | undefined =>
  [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin']
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file))

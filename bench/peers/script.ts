import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fileOf, notInstalled } from './installed.ts'
import type { Peer } from './peer.ts'

/** A library as a peer: a script of `servers/` that serves with it. `node SCRIPT PORT FILE`, the file saying what. */
export const script = (name: string, needs: string): Peer => ({
  name,
  program({ document, answer, asked, folder }) {
    if (fileOf(needs, 'package.json') === undefined) return notInstalled
    const file = join(folder, `${name}.json`)
    writeFileSync(file, JSON.stringify({ document, body: Buffer.from(answer.body, 'base64').toString() }))
    const served = fileURLToPath(new URL(`servers/${name}.ts`, import.meta.url))
    return { name, command: (port) => [process.execPath, served, String(port), file], ...asked }
  },
})

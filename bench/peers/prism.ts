import { fileOf, notInstalled } from './installed.ts'
import type { Peer } from './peer.ts'

const prismAt = (name: string, options: readonly string[]): Peer => ({
  name,
  program({ document, asked }) {
    const cli = fileOf('@stoplight/prism-cli', 'dist/index.js')
    if (cli === undefined) return notInstalled
    return {
      name,
      command: (port) => [process.execPath, cli, 'mock', '-p', String(port), ...options, document],
      ...asked,
    }
  },
})

/** Prism as it comes, which tells of each request. */
export const prism = prismAt('prism', [])

/** Prism that tells nothing. */
export const silentPrism = prismAt('prism, silent', ['-v', 'silent'])

import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Bench } from './bench.ts'

const run = promisify(execFile)
const command = fileURLToPath(new URL('../bin/playhead.ts', import.meta.url))

/** No run takes as long by far: one that does is killed, and fails the bench. */
const longestMs = 120_000

const seconds = async (...args: readonly string[]): Promise<number> => {
  const began = performance.now()
  await run(process.execPath, [command, ...args], { timeout: longestMs })
  return (performance.now() - began) / 1000
}

/** How long a whole command takes, from its call to its exit. */
export const verifyCommand: Bench = {
  name: 'verify-command',
  contenders: async () => {
    const peer = 'playhead --version'
    return [
      {
        name: 'playhead verify',
        unit: 's',
        round: () => seconds('verify', '--client', 'builtin:reference', '--vendor', 'osvi'),
        against: peer,
      },
      { name: peer, unit: 's', round: () => seconds('--version') },
    ]
  },
}

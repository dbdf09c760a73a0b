import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { loadSpecification } from '../../specs/tools/load.ts'
import { freePort } from './free-port.ts'

const cli = createRequire(import.meta.url).resolve('@stoplight/prism-cli')

/** Prism's own command line, standing between a client and a vendor of ours. */
export interface PrismProxy {
  readonly url: string
  stop(): Promise<void>
}

/** Starts `prism proxy --errors` on a vendor's document with our corrections: what breaks it becomes a 500. */
export const startPrismProxy = async (vendor: string, upstream: string): Promise<PrismProxy> => {
  const folder = mkdtempSync(join(tmpdir(), 'playhead-prism-'))
  const document = join(folder, `${vendor}.json`)
  writeFileSync(document, JSON.stringify(loadSpecification(vendor).overlaid))
  // Prism's command line has no port of its own choosing.
  const port = await freePort()
  const child = spawn(
    process.execPath,
    [cli, 'proxy', document, upstream, '--errors', '--host', '127.0.0.1', '--port', String(port)],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const said: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line)
    if (line.includes('listening')) break
  }
  if (child.exitCode !== null) throw new Error(`prism ended at once: ${said.join('\n')}`)
  child.stdout.resume()
  child.stderr.resume()
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      child.kill()
      await ended
      rmSync(folder, { recursive: true })
    },
  }
}

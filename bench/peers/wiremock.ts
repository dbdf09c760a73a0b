import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileOf, notInstalled, programOf } from './installed.ts'
import type { Peer } from './peer.ts'

/** WireMock without its journal, which it keeps without a bound. */
export const wiremock: Peer = {
  name: 'wiremock, no journal',
  program({ answer, asked, folder }) {
    const manifest = fileOf('wiremock', 'package.json')
    if (manifest === undefined) return notInstalled
    const java = programOf('java')
    if (java === undefined) return { missing: 'no java on this machine' }
    const build = join(dirname(manifest), 'build')
    const jar = readdirSync(build).find((file) => file.endsWith('.jar'))
    if (jar === undefined) return notInstalled
    const root = join(folder, 'wiremock')
    mkdirSync(join(root, 'mappings'), { recursive: true })
    writeFileSync(
      join(root, 'mappings', 'quo.json'),
      JSON.stringify({
        request: { method: 'GET', urlPathPattern: '/v1/call-recordings/[^/]+' },
        response: {
          status: answer.status,
          headers: { 'content-type': 'application/json' },
          body: Buffer.from(answer.body, 'base64').toString(),
        },
      }),
    )
    const options = ['--no-request-journal', '--disable-banner', '--bind-address', '127.0.0.1']
    return {
      name: 'wiremock',
      command: (port) => [
        java,
        '-jar',
        join(build, jar),
        '--port',
        String(port),
        '--root-dir',
        root,
        ...options,
      ],
      ...asked,
    }
  },
}

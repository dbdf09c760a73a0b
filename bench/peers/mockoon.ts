import { fileOf, notInstalled } from './installed.ts'
import type { Peer } from './peer.ts'

/** Mockoon's command line over the document as it is. */
export const mockoon: Peer = {
  name: 'mockoon',
  program({ document, asked, folder }) {
    const cli = fileOf('@mockoon/cli', 'bin/run.js')
    if (cli === undefined) return notInstalled
    return {
      name: 'mockoon',
      command: (port) => [
        process.execPath,
        cli,
        'start',
        '--disable-log-to-file',
        '--disable-admin-api',
        '--hostname',
        '127.0.0.1',
        '--port',
        String(port),
        '--data',
        document,
      ],
      env: { HOME: folder },
      ...asked,
    }
  },
}

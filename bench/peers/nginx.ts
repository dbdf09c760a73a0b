import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { programOf } from './installed.ts'
import type { Peer } from './peer.ts'

const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']

const configOf = (port: number, folder: string): string => `
daemon off;
master_process off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log stderr crit;
events { worker_connections 256; }
http {
  access_log off;
  keepalive_requests 1000000000;
  default_type application/json;
${temporary.map((name) => `  ${name}_temp_path ${folder}/${name};`).join('\n')}
  server {
    listen 127.0.0.1:${port};
    location ~ ^/v1/call-recordings/ { rewrite ^ /answer.json break; root ${folder}; }
  }
}
`

/** One process of nginx that sends a file. */
export const nginx: Peer = {
  name: 'nginx',
  program({ answer, asked, folder }) {
    const file = programOf('nginx')
    if (file === undefined) return { missing: 'no nginx on this machine' }
    const root = join(folder, 'nginx')
    mkdirSync(root, { recursive: true })
    writeFileSync(join(root, 'answer.json'), Buffer.from(answer.body, 'base64'))
    const config = join(root, 'nginx.conf')
    return {
      name: 'nginx',
      command: (port) => {
        writeFileSync(config, configOf(port, root))
        return [file, '-p', root, '-e', 'stderr', '-c', config]
      },
      ...asked,
    }
  },
}

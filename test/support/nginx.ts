import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { endedWithUs } from './ended-with-us.ts'

const program = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/local/bin/nginx', '/usr/bin/nginx'].find(
  existsSync,
)

/** Whether there is an nginx to start; where none is, tests that need one are skipped, visibly. */
export const hasNginx = program !== undefined

/** One door of a balancer: where it listens, and who is behind it. */
export interface Door {
  readonly port: number
  /** Each as `host:port`. */
  readonly behind: readonly string[]
}

/** A balancer of the tests' own. */
export interface Balancer {
  readonly close: () => Promise<void>
}

const listening = ({ port, behind }: Door): string => `
    upstream behind${port} {
      ${behind.map((server) => `server ${server} max_fails=0;`).join(' ')}
      keepalive 64;
    }
    server {
      listen 127.0.0.1:${port};
      location / { proxy_pass http://behind${port}; }
    }`

/** Nothing is written down, and bodies pass as they come, since a journal may be watched through it. */
const handingOn = `
    access_log off; keepalive_requests 1000000;
    proxy_http_version 1.1; proxy_set_header Connection ''; proxy_set_header Host $http_host; proxy_buffering off;
    # Its own would be real time.
    proxy_pass_header Date;`

const temporaries = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']

/** One process that keeps nothing outside of its folder. */
const configuration = (folder: string, http: string): string => `
  daemon off; master_process off; pid ${folder}/pid; error_log stderr notice;
  events { worker_connections 1024; }
  http {
    ${temporaries.map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
    ${http}
  }`

/** Starts an nginx that hands requests on in turn. It cannot take any free port by itself: the doors name theirs. */
export const startNginx = (doors: readonly Door[]): Promise<Balancer> =>
  startNginxWith(`${handingOn}${doors.map(listening).join('')}`)

/** Starts an nginx. @param http what stands in the block `http` of its configuration */
export const startNginxWith = async (http: string): Promise<Balancer> => {
  const folder = mkdtempSync(join(tmpdir(), 'playhead-nginx-'))
  const file = join(folder, 'nginx.conf')
  writeFileSync(file, configuration(folder, http))
  const child = endedWithUs(
    spawn(program ?? '', ['-p', folder, '-c', file], { stdio: ['ignore', 'ignore', 'pipe'] }),
  )
  const closed = once(child, 'close')
  let said = ''
  for await (const line of createInterface(child.stderr)) {
    said += `${line}\n`
    // Said once it listens.
    if (line.includes('event method')) break
  }
  if (child.exitCode !== null) throw new Error(`nginx ended early: ${said}`)
  child.stderr.resume()
  return {
    close: async () => {
      child.kill('SIGKILL')
      await closed
      rmSync(folder, { recursive: true })
    },
  }
}

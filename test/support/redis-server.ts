import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endedWithUs } from './ended-with-us.ts'
import { freePort } from './free-port.ts'

const program = ['/usr/bin/redis-server', '/usr/local/bin/redis-server', '/usr/bin/valkey-server'].find(
  existsSync,
)

/** Whether there is a Redis or Valkey to start; where none is, tests that need one are skipped, visibly. */
export const hasRedis = program !== undefined

/** A Redis of the tests' own. */
export interface RedisServer {
  readonly url: string
  /** Its process's id, as it runs now. */
  readonly pid: () => number
  /** Ends it at once, as a crash would. */
  readonly kill: () => Promise<void>
  /** Leaves it where it is, silent, as a machine that hangs would; and lets it go on. */
  readonly pause: () => void
  readonly resume: () => void
  /** Empties it while it runs. */
  readonly forget: () => Promise<void>
  /** Starts it again on the same port, empty. */
  readonly again: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Starts one on a free port of loopback, which keeps nothing on disk. */
export const startRedis = async (): Promise<RedisServer> => {
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'playhead-redis-'))
  let child: ChildProcess
  const start = async (): Promise<void> => {
    const settings = ['--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder]
    child = endedWithUs(spawn(program ?? '', ['--port', String(port), ...settings]))
    let said = ''
    for await (const piece of child.stdout ?? []) {
      said += piece
      if (said.includes('Ready to accept connections')) return
    }
    throw new Error(`Redis ended early: ${said}`)
  }
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  await start()
  return {
    url: `redis://127.0.0.1:${port}`,
    pid: () => child.pid ?? 0,
    kill,
    pause: () => {
      child.kill('SIGSTOP')
    },
    resume: () => {
      child.kill('SIGCONT')
    },
    forget: async () => {
      const socket = connect(port, '127.0.0.1')
      socket.write('FLUSHALL\r\n')
      await once(socket, 'data')
      socket.destroy()
    },
    again: start,
    close: async () => {
      await kill()
      rmSync(folder, { recursive: true })
    },
  }
}

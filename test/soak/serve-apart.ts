import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Instant } from '../../mocks/world/instant.ts'
import type { Served } from './served.ts'

const program = fileURLToPath(new URL('./serving.ts', import.meta.url))

/** A server in a process of its own: its memory is nobody else's. */
export const serveApart = async (start: Instant): Promise<Served> => {
  const child = fork(program, [String(start)])
  const ended = once(child, 'exit')
  const said = async (): Promise<Record<string, unknown>> => {
    const [message] = await Promise.race([
      once(child, 'message'),
      ended.then(([code]) => {
        throw new Error(`The server ended with ${code}.`)
      }),
    ])
    return message
  }
  const { url } = await said()
  const asked = async (what: string): Promise<unknown> => {
    const answer = said()
    child.send(what)
    return (await answer)[what]
  }
  return {
    url: String(url),
    heap: async () => Number(await asked('heap')),
    crashes: async () => (await asked('crashes')) as readonly string[],
    close: async () => {
      child.send('close')
      await ended
    },
  }
}

import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Instant } from '../../mocks/world/instant.ts'
import type { Served } from './served.ts'
import type { Said, Wanted } from './serving.ts'

const program = fileURLToPath(new URL('./serving.ts', import.meta.url))

/** A server in a process of its own: its memory is nobody else's. */
export const serveApart = async (start: Instant): Promise<Served> => {
  const child = fork(program, [String(start)])
  const ended = once(child, 'exit')
  // Several may be waited for at once: an answer tells what it is to.
  const open = new Map<string, (value: unknown) => void>()
  child.on('message', ({ to, value }: Said) => {
    open.get(to)?.(value)
    open.delete(to)
  })
  const answerTo = (what: string): Promise<unknown> =>
    Promise.race([
      new Promise((resolve) => open.set(what, resolve)),
      ended.then(([code]) => {
        throw new Error(`The server ended with ${code}.`)
      }),
    ])
  const url = String(await answerTo('start'))
  let asked = 0
  const ask = (what: Wanted['what']): Promise<unknown> => {
    const to = `${what} ${++asked}`
    const answer = answerTo(to)
    child.send({ to, what } satisfies Wanted)
    return answer
  }
  return {
    url,
    heap: async () => Number(await ask('heap')),
    crashes: async () => (await ask('crashes')) as readonly string[],
    close: async () => {
      await ask('close')
      child.disconnect()
      await ended
    },
  }
}

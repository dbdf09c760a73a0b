import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { createInterface } from 'node:readline'

/** Listens to what a Redis is told. */
export interface RedisMonitor {
  /** The commands that came since it was asked last, each as its words; those that a script runs within left out. */
  readonly heard: () => Promise<readonly (readonly string[])[]>
  readonly close: () => void
}

const connected = async (url: string): Promise<Socket> => {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  return socket
}

/** `1700000000.1 [0 127.0.0.1:4000] "GET" "a"`, where a script's own commands name `lua` in place of an address. */
const wordsIn = (line: string): readonly string[] =>
  line.includes(' lua] ') ? [] : [...line.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, word = '']) => word)

/** Begins to listen. */
export const monitorRedis = async (url: string): Promise<RedisMonitor> => {
  const [ears, mouth] = [await connected(url), await connected(url)]
  const lines = createInterface(ears)[Symbol.asyncIterator]()
  ears.write('MONITOR\r\n')
  await lines.next()
  let asked = 0
  return {
    heard: async () => {
      const mark = `mark-${++asked}`
      mouth.write(`ECHO ${mark}\r\n`)
      const commands: (readonly string[])[] = []
      for (;;) {
        const words = wordsIn((await lines.next()).value ?? '')
        if (words[1] === mark) return commands
        if (words.length > 0) commands.push(words)
      }
    },
    close: () => {
      for (const socket of [ears, mouth]) socket.destroy()
    },
  }
}

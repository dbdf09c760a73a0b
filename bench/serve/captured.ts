import { get, type IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'
import type { Asked } from './load.ts'

/** An answer as the floor sends it again: the same headers in the same order, the same body. */
export interface Captured {
  readonly status: number
  /** Names and values in turn, without those that node:http adds itself. */
  readonly headers: readonly string[]
  /** In base64. */
  readonly body: string
}

const own = new Set(['connection', 'keep-alive'])

/**
 * Asks once, and keeps the answer to the byte.
 * @throws Error where it is no 2xx
 */
export const captured = async (origin: string, { path, headers }: Asked): Promise<Captured> => {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${origin}${path}`, { headers, agent: false }, resolve).once('error', reject)
  })
  const body = await buffer(answer)
  const status = answer.statusCode ?? 0
  if (status < 200 || status > 299) throw new Error(`${path} answers ${status}: ${body.toString()}`)
  const pairs = answer.rawHeaders.flatMap((name, index, all) =>
    index % 2 === 0 && !own.has(name.toLowerCase()) ? [name, all[index + 1] ?? ''] : [],
  )
  return { status, headers: pairs, body: body.toString('base64') }
}

import { fold, type Outcome, type RepliesOutcome } from '../../../mocks/world/outcome.ts'
import type { Bench } from '../../client.ts'
import { aliveAt } from '../alive.ts'
import { withTimeLimit } from '../time-limit.ts'
import { clockAhead } from './clock-ahead.ts'
import { readStatus } from './read-status.ts'
import type { Missing, Reader, Told } from './readers/reader.ts'

const answerLimitMs = 10_000

/** What the vendor said, taken apart as far as every vendor's answers are alike. */
interface Reply {
  readonly response: Response
  readonly json: unknown
  readonly told: Told
}

const jsonOf = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** A key must not follow a redirect to who knows where, so none is followed. A body that breaks off is no answer, but a refusal is one without it. */
const send = async (bench: Bench, path: string, signal: AbortSignal): Promise<Reply | undefined> => {
  const askedAt = bench.now()
  try {
    return await withTimeLimit(bench, answerLimitMs, signal, async (limited) => {
      const response = await bench.fetch(`${bench.baseUrl}${path}`, {
        headers: { ...bench.credentials },
        redirect: 'manual',
        signal: limited,
      })
      const body = await (response.ok ? response.text() : response.text().catch(() => ''))
      const aheadMs = clockAhead(response.headers.get('date'), askedAt, bench.now())
      return { response, json: jsonOf(body), told: { askedAt, aheadMs } }
    })
  } catch (error) {
    if (signal.aborted) throw error
    return undefined
  }
}

const outage: Missing = { kind: 'unavailable' }

const refusalIn = (reader: Reader, { response, json, told }: Reply): Missing =>
  (response.status === 404 && json !== undefined ? reader.readMissing?.(json) : undefined) ??
  readStatus(response, json, told.askedAt + told.aheadMs)

const oddId: Missing = { kind: 'invalid-request', details: ['No id of this vendor is written like that.'] }

/** Whether an id can stand in a path as it is. No vendor's document has one that cannot. */
const isPlain = (id: string): boolean => encodeURIComponent(id) === id && !/^\.*$/.test(id)

/** Asks what can be played, once. @throws the signal's reason */
export const askForRecording = async (
  bench: Bench,
  reader: Reader,
  id: string,
  signal: AbortSignal,
): Promise<Outcome> => {
  if (!isPlain(id)) return oddId
  const reply = await send(bench, reader.recordingPath(id), signal)
  if (!reply) return outage
  if (reply.response.status !== 200) return refusalIn(reader, reply)
  const read = reader.read(reply.json, reply.told) ?? outage
  return 'kind' in read ? read : aliveAt(fold(read), bench.now())
}

/** Asks for the replies to a code, once. @throws the signal's reason */
export const askForReplies = async (
  bench: Bench,
  reader: Reader,
  code: string,
  signal: AbortSignal,
): Promise<RepliesOutcome> => {
  const path = isPlain(code) ? reader.repliesPath?.(code) : undefined
  if (path === undefined) return oddId
  const reply = await send(bench, path, signal)
  if (!reply) return outage
  if (reply.response.status !== 200) return refusalIn(reader, reply)
  return reader.readReplies?.(reply.json) ?? outage
}

import { get } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

/** So often a server that does not listen yet is asked anew: far less than any takes to begin. */
const everyMs = 2

const statusOf = (url: string, headers: Readonly<Record<string, string>>, signal: AbortSignal) =>
  new Promise<number | undefined>((resolve) => {
    const request = get(url, { headers, agent: false, signal }, (response) => {
      response.resume().once('close', () => resolve(response.complete ? response.statusCode : undefined))
    })
    request.once('error', () => resolve(undefined))
  })

/**
 * Asks until the answer is a 200.
 * @throws the signal's reason, and Error where it answers anything else for good
 */
export const firstOk = async (
  url: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<void> => {
  let last: number | undefined
  while (!signal.aborted) {
    const status = await statusOf(url, headers, signal)
    if (status === 200 || status === 206) return
    last = status ?? last
    await pause(everyMs)
  }
  throw last === undefined ? signal.reason : new Error(`it answers ${last}`, { cause: signal.reason })
}

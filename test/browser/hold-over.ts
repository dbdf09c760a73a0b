import { startedAt } from '../mocks/a-backend.ts'
import type { Hold } from '../mocks/hosts/conformance.ts'

/** Asks the control API of a host, wherever its session lives. */
export type AskControl = (path: string, init?: RequestInit) => Promise<Response>

/** A hold on a session by its control API, begun anew at the instant that the suite wants. */
export const holdOver = async (ask: AskControl, arrival: Hold['arrival']): Promise<Hold> => {
  const told = async (method: string, path: string, body?: object) => {
    const sent = body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
    const response = await ask(`/__playhead/${path}`, { method, ...sent })
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`)
    return response.json()
  }
  await told('POST', 'clock', { verb: 'freeze' })
  await told('POST', 'clock', { verb: 'set', value: new Date(startedAt).toISOString() })
  await told('PUT', 'scenario', { name: 'default' })
  return {
    ready: () => told('GET', 'vendors'),
    advance: (by) => told('POST', 'clock', { verb: 'advance', value: by }),
    disturb: async (effect, on) => {
      await told('DELETE', 'disturbances')
      await told('POST', 'disturbances', { effect, on })
    },
    world: () => told('GET', 'world'),
    arrival,
  }
}

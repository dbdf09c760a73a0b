import { PlayheadError } from '../mocks/world/error.ts'

/** How an error is told. */
export interface ComplainOptions {
  /** As one line of JSON: `{ "error": { code, act, cure, docs } }`, as the control API tells it. */
  readonly json: boolean
  /** Whether a fault of our own shows its stack. */
  readonly trace: boolean
}

const ours = (error: unknown): PlayheadError =>
  new PlayheadError({
    code: 'internal',
    act: `Playhead itself failed: ${error instanceof Error ? error.message : String(error)}`,
    cure: 'Run it again with PLAYHEAD_TRACE=1 and report what it prints, as CONTRIBUTING.md says.',
    cause: error,
  })

const traceOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)

/** Puts an error into words for a person or, as JSON, for a program. */
export const complain = (error: unknown, { json, trace }: ComplainOptions): string => {
  const told = error instanceof PlayheadError ? error : ours(error)
  const { docs } = told.toJSON()
  if (json) return JSON.stringify({ error: told.toJSON() })
  const lines = [`${told.act}.`, told.cure, `See ${docs}`]
  return [...lines, ...(trace ? ['', traceOf(error)] : [])].join('\n')
}

import { PlayheadError } from '../world/error.ts'
import type { Refused } from './line.ts'

/** Reads an answer of the control API. @throws PlayheadError what it refuses */
export const toldOrRefused = <Told>(status: number, text: string, asked: string): Told => {
  const json = parsed(text)
  if (status < 400 && json !== undefined) return json as Told
  throw new PlayheadError(
    errorIn(json) ?? {
      code: 'deck-cut-off',
      act: `Cannot ${asked}: the answer was ${status} and not from Playhead`,
      cure: 'See whether the mock still runs, and load this page anew.',
    },
  )
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const errorIn = (json: unknown): Refused | undefined => {
  const { error } = (typeof json === 'object' && json !== null ? json : {}) as { readonly error?: unknown }
  return typeof error === 'object' && error !== null && 'act' in error ? (error as Refused) : undefined
}

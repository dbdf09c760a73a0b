import { tellable } from './tellable.ts'

/** What a {@link PlayheadError} is made of. */
export interface Complaint {
  /** Stable, kebab-case; one section in docs/errors.md each. */
  readonly code: string
  /** What was tried, with the value it was tried on. */
  readonly act: string
  /** What to do about it. */
  readonly cure: string
  readonly cause?: unknown
}

/**
 * The one error a user sees: the act, the value and the cure, with a stable code.
 * @example
 * throw new PlayheadError({ code: 'bad-instant', act: 'Cannot read "tomorow" as an instant', cure: 'Write ISO 8601, such as 2026-01-31T09:00:00Z.' })
 */
export class PlayheadError extends Error {
  readonly code: string
  readonly act: string
  readonly cure: string

  constructor({ code, act: wantedAct, cure: wantedCure, cause }: Complaint) {
    const [act, cure] = [part(wantedAct), part(wantedCure)]
    super(`${act}. ${cure}`, cause === undefined ? undefined : { cause })
    this.name = 'PlayheadError'
    this.code = code
    this.act = act
    this.cure = cure
  }

  toJSON(): { code: string; act: string; cure: string; docs: string } {
    return { code: this.code, act: this.act, cure: this.cure, docs: `docs/errors.md#${this.code}` }
  }
}

/** Longer than any error that somebody reads. */
const longestPart = 4000

/** What others have written may stand in an error: it is told, but not all of it. */
const part = (text: string): string =>
  tellable(text.length > longestPart ? `${text.slice(0, longestPart - 1)}…` : text)

/** Shows a value in an error, shortened, so that hostile input cannot flood a terminal. */
export const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 80 ? `${text.slice(0, 77)}…` : text
}

import type { Call } from './recording.ts'

/** A segment's name in a sentence: the call's own where it has only one. */
export const nameOf = ({ ref, segments }: Call, id: string): string =>
  segments.length === 1 ? ref : `${ref}/${id}`

/** A recording's status in a sentence. */
export const statusWord = (status: string | null): string => status ?? 'of unknown status'

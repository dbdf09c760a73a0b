import type { EventOf } from '../history.ts'

type Answered = Pick<EventOf<'answered'>, 'outcome' | 'error'>

const noOutcome = (what: string): Answered => ({
  error: { name: 'NoOutcome', message: `the client answered ${what}, which is no outcome` },
})

/** What a client answered, as a history keeps it: a plain copy, since a client may change its object later. */
export const answerOf = (value: unknown): Answered => {
  let copy: unknown
  try {
    copy = value === undefined ? undefined : JSON.parse(JSON.stringify(value))
  } catch {
    return noOutcome('something that is not JSON')
  }
  return typeof copy === 'object' && copy !== null && 'kind' in copy && typeof copy.kind === 'string'
    ? { outcome: copy as NonNullable<Answered['outcome']> }
    : noOutcome(copy === undefined ? 'nothing' : 'a value without a kind')
}

/** What a client threw, as a history keeps it. */
export const errorOf = (thrown: unknown): Answered =>
  thrown instanceof Error || thrown instanceof DOMException
    ? { error: { name: thrown.name, message: thrown.message } }
    : { error: { name: typeof thrown, message: String(thrown) } }

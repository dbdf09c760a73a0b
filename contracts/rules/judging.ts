import type { Judgement, Violation } from '../define.ts'

/**
 * Judges each of some things. @param judge says what is wrong with one, if anything
 * @example judging(looks, ({ answer }) => (answer ? undefined : { event, what: 'it never answered', allowed: 'an answer' }))
 */
export const judging = <T>(
  things: readonly T[],
  judge: (thing: T) => Violation | undefined | false,
): Judgement => ({
  judged: things.length,
  violations: things.flatMap((thing) => judge(thing) || []),
})

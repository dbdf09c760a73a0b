import fc from 'fast-check'
import type { Disturbance, Effect } from '../../mocks/world/disturbance.ts'
import type { Step } from '../step.ts'

/** A few steps that mean something together: what a mistake takes, left to chance, seldom comes in order. */
export type Turn = fc.Arbitrary<readonly Step[]>

/** The client is asked about the first call. */
export const ask = (
  op: 'look' | 'download' | 'replies',
  more: { overlap?: true; account?: string } = {},
): Step => ({
  do: 'ask',
  op,
  call: 'c1',
  ...more,
})

/** From now on requests to a role meet trouble; one of them where nothing else is said. */
export const trouble = (
  effect: Effect,
  role: 'api' | 'storage',
  extent: Pick<Disturbance, 'count' | 'every'> = { count: 1 },
): Step => ({ do: 'disturb', disturbance: { id: 't', effect, on: { role }, skip: 0, ...extent } })

/** Time goes to the end of the link last told for the first call, or so many milliseconds behind it. */
export const linkEnd = (offsetMs: number): Step => ({
  do: 'clock',
  to: { goal: 'link-end', call: 'c1', offsetMs },
})

/** What a recording can be asked for. */
export const ops = () => fc.constantFrom('look' as const, 'download' as const)

import type { Case } from '../case.ts'
import type { StillShows } from '../shrink.ts'
import type { Step } from '../step.ts'

const names: Readonly<Record<Exclude<Step['do'], 'ask'>, string>> = {
  clock: 'clock step',
  hold: 'hold',
  deliver: 'delivery',
  cancel: 'cancellation',
  disturb: 'trouble',
  calm: 'end of trouble',
  skew: 'skew',
  settle: 'settling',
}

/** A step a millisecond earlier or later. */
const moved = (step: Extract<Step, { do: 'clock' }>, byMs: number): Step => {
  const { to } = step
  return {
    do: 'clock',
    to: to.goal === 'by' ? { ...to, ms: Math.max(0, to.ms + byMs) } : { ...to, offsetMs: to.offsetMs + byMs },
  }
}

/**
 * Says which parts of a case it takes: each step that is no question is left out, each wait made a millisecond shorter,
 * the case run again, and what really happened told.
 * @param stillShows whether a candidate still breaks the rule
 */
export const neededParts = async (given: Case, stillShows: StillShows): Promise<readonly string[]> => {
  const { steps, world, clock } = given
  const told: string[] = []
  const passes = async (candidate: Case): Promise<boolean> => !(await stillShows(candidate))
  if (clock.skewMs !== 0 && (await passes({ ...given, clock: { ...clock, skewMs: 0 } })))
    told.push('with its clock set right it passes')
  for (const [index, step] of steps.entries()) {
    if (step.do === 'ask') continue
    const alike = steps.filter((other) => other.do === step.do)
    const which = alike.length > 1 ? `${names[step.do]} ${alike.indexOf(step) + 1}` : names[step.do]
    if (await passes({ ...given, steps: steps.toSpliced(index, 1) }))
      told.push(`without the ${which} it passes`)
    if (step.do !== 'clock') continue
    const earlier = await passes({ ...given, steps: steps.with(index, moved(step, -1)) })
    const who = alike.length > 1 ? `the ${which} ` : ''
    told.push(`${who}1 ms earlier it ${earlier ? 'passes' : 'fails too'}`)
  }
  for (const [index, { id }] of world.disturbances.entries()) {
    const disturbances = world.disturbances.toSpliced(index, 1)
    if (await passes({ ...given, world: { ...world, disturbances } }))
      told.push(`without the disturbance ${id} it passes`)
  }
  return told
}

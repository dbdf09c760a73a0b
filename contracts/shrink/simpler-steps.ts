import type { Case } from '../case.ts'
import type { Goal, Step } from '../step.ts'
import { simplerDisturbances } from './simpler-disturbance.ts'

/** Shorter waits: round ones first, then by bisection, down to a millisecond less. */
const shorter = (ms: number): readonly number[] => {
  const round = [1, 1000, 60_000, ms - (ms % 3_600_000), ms - (ms % 60_000), ms - (ms % 1000)]
  const bisected = Array.from({ length: 32 }, (_, halvings) => ms - Math.floor(ms / 2 ** (halvings + 1)))
  return [...new Set([...round, ...bisected, ms - 1])].filter((candidate) => candidate > 0 && candidate < ms)
}

function* simplerGoals(goal: Goal): Generator<Goal> {
  if (goal.goal === 'by') for (const ms of shorter(goal.ms)) yield { goal: 'by', ms }
  else if (goal.offsetMs !== 0) yield { ...goal, offsetMs: 0 }
  if ('call' in goal && goal.call !== 'c1') yield { ...goal, call: 'c1' }
}

type Ask = Extract<Step, { do: 'ask' }>

function* simplerAsks(ask: Ask): Generator<Ask> {
  const { overlap, account, segment, from, id, ...plain } = ask
  const optional = { overlap, account, segment, from, id }
  for (const name of Object.keys(optional) as (keyof typeof optional)[]) {
    if (ask[name] === undefined) continue
    const { [name]: _dropped, ...rest } = ask
    yield rest
  }
  if (plain.op !== 'look') yield { do: 'ask', op: 'look', call: plain.call, ...(overlap ? { overlap } : {}) }
  if (plain.call !== 'c1') yield { ...ask, call: 'c1' }
}

function* simplerStep(step: Step): Generator<Step> {
  if (step.do === 'ask') yield* simplerAsks(step)
  else if (step.do === 'clock') for (const to of simplerGoals(step.to)) yield { do: 'clock', to }
  else if (step.do === 'skew') {
    for (const ms of shorter(Math.abs(step.ms))) yield { do: 'skew', ms: Math.sign(step.ms) * ms }
  } else if (step.do === 'disturb') {
    for (const disturbance of simplerDisturbances(step.disturbance)) yield { do: 'disturb', disturbance }
  }
}

/** Two waits in a row as one. */
function* merged(steps: readonly Step[]): Generator<readonly Step[]> {
  for (const [index, step] of steps.entries()) {
    const next = steps[index + 1]
    if (step.do !== 'clock' || next?.do !== 'clock') continue
    if (step.to.goal === 'by' && next.to.goal === 'by')
      yield steps.toSpliced(index, 2, { do: 'clock', to: { goal: 'by', ms: step.to.ms + next.to.ms } })
  }
}

/** What an ask may do without, where all asks do without it at once. */
const plainer: readonly ((ask: Ask) => Ask)[] = [
  ({ account: _account, ...ask }) => ask,
  ({ overlap: _overlap, ...ask }) => ask,
  (ask) => ({ ...ask, call: 'c1' }),
]

/** The same change in every step: what belongs together does not show it any more where one alone is changed. */
function* everywhere(steps: readonly Step[]): Generator<readonly Step[]> {
  for (const plain of plainer) yield steps.map((step) => (step.do === 'ask' ? plain(step) : step))
  yield steps.map((step) => {
    if (step.do === 'ask') return { ...step, call: 'c1' }
    return step.do === 'clock' && 'call' in step.to ? { do: 'clock', to: { ...step.to, call: 'c1' } } : step
  })
}

/** A client's clock that is set wrong by the first step, wrong from the start. */
const wrongFromTheStart = (given: Case): Case | undefined => {
  const [first, ...steps] = given.steps
  return first?.do === 'skew' ? { ...given, steps, clock: { ...given.clock, skewMs: first.ms } } : undefined
}

/** Cases that differ by one plainer step, by one thing in all of them, or by two of them merged into one. */
export function* simplerSteps(given: Case): Generator<Case> {
  const wrong = wrongFromTheStart(given)
  if (wrong) yield wrong
  for (const steps of merged(given.steps)) yield { ...given, steps }
  for (const steps of everywhere(given.steps)) yield { ...given, steps }
  for (const [index, step] of given.steps.entries())
    for (const simpler of simplerStep(step)) yield { ...given, steps: given.steps.with(index, simpler) }
}

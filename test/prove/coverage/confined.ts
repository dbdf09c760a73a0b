import { plainAccounts } from '../../../contracts/arbitraries/worlds.ts'
import type { Case } from '../../../contracts/case.ts'
import type { Step } from '../../../contracts/step.ts'
import type { Instant } from '../../../mocks/world/instant.ts'
import { call as callFrom } from '../../../mocks/world/recording.ts'
import { valueAt } from '../../../mocks/world/timeline.ts'
import type { World } from '../../../mocks/world/world.ts'
import { troubleOf } from './met.ts'
import { stateLastsMs, states } from './states.ts'

/** One combination that a rule is to be judged in. */
export interface Cell {
  readonly state: string
  readonly trouble: string
}

const isValidAt = ({ accounts }: World, at: Instant): boolean =>
  accounts.every(({ keys }) => keys.every(({ state }) => valueAt(state, at) === 'valid'))

const firstQuestion = (op: 'look' | 'download'): Step => ({ do: 'ask', op, call: 'c1' })

/**
 * An explored case moved into a cell: it begins with a question for a call in the cell's state, which meets the cell's
 * trouble, and goes on as it was explored. Its other calls, its own troubles and its clock stay as they were; keys are
 * valid at first, since a refused request meets no trouble.
 */
export const confined = (given: Case, { state, trouble }: Cell, op: 'look' | 'download'): Case => {
  const { world } = given
  const [first = callFrom('c1'), ...others] = world.calls
  const put = states.get(state)
  return {
    ...given,
    world: {
      ...world,
      accounts: isValidAt(world, given.clock.at) ? world.accounts : plainAccounts(),
      calls: [put ? put(first, given.clock.at + stateLastsMs) : first, ...others],
      disturbances: [...troubleOf(trouble), ...(trouble === 'none' ? [] : world.disturbances)],
    },
    steps: [firstQuestion(op), ...given.steps],
  }
}

/** What `aimed` asks for first, and who asks: no witness has a call or an account of this name. */
const apart = 'c9'

/** An account whose keys are valid, whatever a witness does with those of the others. */
const accountApart = (): World['accounts'][number] => {
  const [{ keys } = { keys: [] }] = plainAccounts()
  return { id: apart, keys: keys.map((key) => ({ ...key, value: `${key.value}-${apart}` })) }
}

/**
 * The witness of a rule moved into a cell: it begins with a question for a call apart, by an account apart, which is in
 * the cell's state and meets the cell's trouble, and goes on as the witness does.
 */
export const aimed = (witness: Case, { state, trouble }: Cell, op: 'look' | 'download'): Case => {
  const { world, clock } = witness
  const put = states.get(state)
  const plain = callFrom(apart)
  const call = put ? put(plain, clock.at + stateLastsMs) : plain
  const isForeign = call.account === 'foreign'
  return {
    ...witness,
    world: {
      ...world,
      accounts: [...world.accounts, accountApart()],
      calls: [...world.calls, isForeign ? call : { ...call, account: apart }],
      disturbances: [...troubleOf(trouble), ...world.disturbances],
    },
    steps: [{ do: 'ask', op, call: apart, account: apart }, ...witness.steps],
  }
}

import type { Case } from '../../contracts/case.ts'
import { rules } from '../../contracts/rules/index.ts'

/** One case with one client, of which the verdict is to be the same every time. */
export interface Specimen {
  readonly says: string
  /** As `clientNamed` takes it. */
  readonly client: string
  readonly case: Case
}

const witnessOf = (rule: string, vendor: string): Case => {
  const found = rules.find(({ id }) => id === rule)
  if (!found) throw new RangeError(`There is no rule ${rule}.`)
  return found.witness(vendor)
}

/** What real time would change most easily: what waits, what races and what never comes. */
export const specimens: readonly Specimen[] = [
  {
    says: 'a hang: a client that waits for ever for an answer that never comes',
    client: 'broken/waits-for-ever',
    case: witnessOf('end-in-bounded-time', 'quo'),
  },
  {
    says: 'the same with a client that stops waiting',
    client: 'reference',
    case: witnessOf('end-in-bounded-time', 'quo'),
  },
  {
    says: 'a race: two asks at once, and a client that asks twice',
    client: 'broken/asks-for-each',
    case: witnessOf('refresh-once-for-all', 'osvi'),
  },
  {
    says: 'the same with a client that shares one question',
    client: 'reference',
    case: witnessOf('refresh-once-for-all', 'osvi'),
  },
  {
    says: 'a Retry-After that a client does not wait for',
    client: 'broken/ignores-retry-after',
    case: witnessOf('wait-as-told', 'envoy'),
  },
  {
    says: 'the same with a client that waits as told',
    client: 'reference',
    case: witnessOf('wait-as-told', 'envoy'),
  },
]

import type { Draw } from '../../mocks/world/seed.ts'
import { vendorIds } from './expected.ts'
import type { Armed, Trouble } from './model.ts'

const effects: readonly [Trouble, ...Trouble[]] = [
  { kind: 'status', status: 503 },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 429 },
  { kind: 'status', status: 404 },
  { kind: 'reset', at: 'before-headers' },
  { kind: 'reset', at: 'mid-body' },
  { kind: 'truncate' },
  { kind: 'slow-headers', ms: 2 },
  { kind: 'body', as: 'html', status: 502 },
  { kind: 'body', as: 'malformed-json', status: 200 },
  { kind: 'body', as: 'empty', status: 200 },
  { kind: 'content-type', to: 'text/plain' },
  { kind: 'redirect', to: 'same-origin' },
  { kind: 'redirect', to: 'other-origin' },
]

/** Some trouble, drawn. */
export const someTrouble = ({ below, of }: Draw, id: string): Omit<Armed, 'arrivals'> => ({
  id,
  effect: of(effects),
  role: of(['api', 'api', 'storage']),
  vendor: below(2) === 0 ? undefined : of(vendorIds),
  skip: of([0, 0, 0, 1, 3]),
  count: of([1, 1, 2, 4, undefined]),
  every: of([undefined, undefined, undefined, 3, 5]),
})

/** The same as the control API takes it. */
export const asTold = ({
  id,
  effect,
  role,
  vendor,
  skip,
  count,
  every,
}: Omit<Armed, 'arrivals'>): object => ({
  id,
  effect,
  on: { role, ...(vendor === undefined ? {} : { vendor }) },
  skip,
  ...(count === undefined ? {} : { count }),
  ...(every === undefined ? {} : { every }),
})

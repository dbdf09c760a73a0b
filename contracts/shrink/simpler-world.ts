import type { Call, Segment } from '../../mocks/world/recording.ts'
import { always, type Timeline } from '../../mocks/world/timeline.ts'
import { unused } from '../../mocks/world/usage.ts'
import type { World } from '../../mocks/world/world.ts'
import type { Case } from '../case.ts'
import { simplerDisturbances } from './simpler-disturbance.ts'

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** A timeline without change, at its plainest value or at one it has; then with one change less. */
function* simplerTimelines<T>(given: Timeline<T>, plain: T): Generator<Timeline<T>> {
  if (same(given, always(plain))) return
  yield always(plain)
  if (given.changes.length > 0) yield always(given.initially)
  for (const [index, { to }] of given.changes.entries()) {
    yield always(to)
    if (given.changes.length > 1) yield { ...given, changes: given.changes.toSpliced(index, 1) }
  }
}

function* simplerSegments(given: Segment): Generator<Segment> {
  for (const status of simplerTimelines(given.status, 'completed')) yield { ...given, status }
  for (const source of simplerTimelines(given.source, 'kept')) yield { ...given, source }
  for (const link of simplerTimelines(given.link, 'live')) yield { ...given, link }
  const plain = { metadata: true, durationSeconds: 1, type: 'audio/mpeg' } as const
  for (const [name, value] of Object.entries(plain))
    if (given[name as keyof typeof plain] !== value) yield { ...given, [name]: value }
  if (given.startedAt !== null) yield { ...given, startedAt: null }
}

function* simplerCalls(given: Call): Generator<Call> {
  for (const index of given.segments.keys()) yield { ...given, segments: given.segments.toSpliced(index, 1) }
  for (const index of given.replies.keys()) yield { ...given, replies: given.replies.toSpliced(index, 1) }
  if (given.account !== 'default') yield { ...given, account: 'default' }
  if (Object.keys(given.ids).length > 0) yield { ...given, ids: {} }
  yield* without(given, ['policy', 'redaction', 'codeValid'])
  for (const known of simplerTimelines(given.known, true)) yield { ...given, known }
  for (const [index, segment] of given.segments.entries())
    for (const simpler of simplerSegments(segment))
      yield { ...given, segments: given.segments.with(index, simpler) }
}

/** A value without one field, for each of some fields that it may do without. */
function* without<T extends object>(given: T, names: readonly (keyof T)[]): Generator<T> {
  for (const name of names) {
    if (!(name in given)) continue
    const { [name]: _dropped, ...rest } = given
    yield rest as T
  }
}

function* simplerAccounts(world: World, vendors: readonly string[]): Generator<World> {
  const needed = world.accounts.map((account) => ({
    ...account,
    keys: account.keys.filter(({ vendor }) => vendors.includes(vendor)),
  }))
  if (!same(needed, world.accounts)) yield { ...world, accounts: needed }
  for (const [index, account] of world.accounts.entries()) {
    for (const simpler of without(account, ['organizations']))
      yield { ...world, accounts: world.accounts.with(index, simpler) }
    for (const [place, key] of account.keys.entries())
      for (const state of simplerTimelines(key.state, 'valid'))
        yield {
          ...world,
          accounts: world.accounts.with(index, {
            ...account,
            keys: account.keys.with(place, { ...key, state }),
          }),
        }
  }
}

/** A case whose only call is named `c1`, as people expect. */
const renamed = (given: Case): Case | undefined => {
  const [only, ...others] = given.world.calls
  if (!only || others.length > 0 || only.ref === 'c1') return undefined
  const text = JSON.stringify(given).replaceAll(`"call":"${only.ref}"`, '"call":"c1"')
  const copy: Case = JSON.parse(text)
  return { ...copy, world: { ...copy.world, calls: [{ ...only, ref: 'c1' }] } }
}

/** Cases that differ by one plainer value in the world or where the clock begins, the greatest simplification first. */
export function* simplerWorlds(given: Case): Generator<Case> {
  const { world, clock } = given
  const within = (changed: Partial<World>): Case => ({ ...given, world: { ...world, ...changed } })
  if (Object.keys(world.lifetimes).length > 0) yield within({ lifetimes: {} })
  for (const plainer of without(world, ['storage', 'profiles', 'limits', 'retention']))
    yield { ...given, world: plainer }
  for (const changed of simplerAccounts(world, given.vendors)) yield { ...given, world: changed }
  for (const [index, call] of world.calls.entries())
    for (const simpler of simplerCalls(call)) yield within({ calls: world.calls.with(index, simpler) })
  for (const [index, trouble] of world.disturbances.entries()) {
    for (const simpler of simplerDisturbances(trouble))
      yield within({ disturbances: world.disturbances.with(index, simpler) })
  }
  if (world.seed !== 1) yield within({ seed: 1 })
  if (!same(given.usage, unused)) yield { ...given, usage: unused }
  if (given.seed !== 1) yield { ...given, seed: 1 }
  if (clock.skewMs !== 0) yield { ...given, clock: { ...clock, skewMs: 0 } }
  for (const unit of [60_000, 1000])
    if (clock.at % unit !== 0) yield { ...given, clock: { ...clock, at: clock.at - (clock.at % unit) } }
  const named = renamed(given)
  if (named) yield named
}

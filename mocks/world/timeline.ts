import type { Instant } from './instant.ts'

/** A step function of time: one value from the beginning, and from each change on another. */
export interface Timeline<T> {
  readonly initially: T
  /** In time order; a change holds from its instant on, that instant included. */
  readonly changes: readonly Change<T>[]
}

/** One step of a {@link Timeline}. */
export interface Change<T> {
  readonly at: Instant
  readonly to: T
}

/** The timeline that never changes. */
export const always = <T>(value: T): Timeline<T> => ({ initially: value, changes: [] })

/**
 * A timeline from its changes, in any order. Steps that change nothing are dropped, so every change is a boundary.
 * @example timeline('processing', [120_000, 'completed'])
 */
export const timeline = <T>(initially: T, ...changes: readonly (readonly [Instant, T])[]): Timeline<T> =>
  settled({ initially, changes: changes.map(([at, to]) => ({ at, to })) })

/** The same timeline with its changes in time order and without idle steps; of two at one instant the later listed wins. */
export const settled = <T>({ initially, changes }: Timeline<T>): Timeline<T> => {
  const kept: Change<T>[] = []
  const inOrder = changes.toSorted((a, b) => a.at - b.at)
  for (const [index, change] of inOrder.entries()) {
    if (inOrder[index + 1]?.at === change.at) continue
    const before = kept.at(-1)
    // Not `??`: null is a value like any other.
    if (change.to !== (before ? before.to : initially)) kept.push(change)
  }
  return { initially, changes: kept }
}

/** The value at an instant. */
export const valueAt = <T>({ initially, changes }: Timeline<T>, now: Instant): T => {
  let value = initially
  for (const change of changes) {
    if (change.at > now) break
    value = change.to
  }
  return value
}

/** The instants at which a timeline changes. */
export const changesOf = (timeline: Timeline<unknown>): readonly Instant[] =>
  timeline.changes.map(({ at }) => at)

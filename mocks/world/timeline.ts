import * as v from 'valibot'
import { type Instant, InstantSchema } from './instant.ts'

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

/** Values remembered of each kind; what has more of them is read anew each time. */
const mostRemembered = 64

/** {@link always}, the same one for the same value: a world of a hundred thousand calls holds few that differ. */
const rememberingAlways = <T>(): ((value: T) => Timeline<T>) => {
  const known = new Map<T, Timeline<T>>()
  return (value) => {
    const found = known.get(value) ?? always(value)
    if (known.size < mostRemembered) known.set(value, found)
    return found
  }
}

const readings = <const S extends v.GenericSchema>(value: S) => {
  const remembered = rememberingAlways<v.InferOutput<S>>()
  return [
    v.pipe(
      v.strictObject({
        initially: value,
        changes: v.pipe(
          v.array(v.pipe(v.strictObject({ at: InstantSchema, to: value }), v.readonly())),
          v.readonly(),
        ),
      }),
      v.transform((given): Timeline<v.InferOutput<S>> => settled(given as Timeline<v.InferOutput<S>>)),
    ),
    v.pipe(
      value,
      v.transform((given): Timeline<v.InferOutput<S>> => remembered(given)),
    ),
  ] as const
}

/**
 * Reads a timeline from JSON. A bare value is the timeline that never changes.
 * @example v.parse(timelineOf(v.string()), 'completed') // { initially: 'completed', changes: [] }
 */
export const timelineOf = <const S extends v.GenericSchema>(
  value: S,
): v.UnionSchema<ReturnType<typeof readings<S>>, undefined> => {
  const both = readings(value)
  const either = v.union(both)
  return {
    ...either,
    // A bare value, the usual one, is not first found to be no timeline: that costs more than all the rest of reading it.
    '~run': (dataset, config) => {
      const bare =
        typeof dataset.value === 'object' ? undefined : both[1]['~run']({ value: dataset.value }, config)
      return bare?.typed && !bare.issues ? bare : either['~run'](dataset, config)
    },
  }
}

import * as v from 'valibot'
import { InstantSchema } from './instant-schema.ts'
import { always, settled, type Timeline } from './timeline.ts'

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

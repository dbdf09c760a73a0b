import type fc from 'fast-check'

/** What came of one input: it was taken, or refused in plain words. Anything else is thrown, and is a fault. */
export type Came = 'taken' | 'refused'

/** Something that takes inputs, one after the other. */
export interface Trial<T> {
  readonly run: (input: T) => Came | Promise<Came>
  /** Lets go of what it holds open. */
  readonly close: () => void | Promise<void>
}

/** One door through which strangers' bytes come in. */
export interface Target<T> {
  readonly name: string
  /** What must hold, whatever comes in. */
  readonly says: string
  /** How many of a thousand inputs it is given. */
  readonly share: number
  readonly inputs: () => fc.Arbitrary<T>
  readonly open: () => Trial<T> | Promise<Trial<T>>
}

/** A target whose inputs are nobody's business but its own. */
export type AnyTarget = Target<unknown>

/** Closes a target over the kind of its inputs. */
export const defineTarget = <T>({ open, ...rest }: Target<T>): AnyTarget => ({
  ...rest,
  open: async () => {
    const { run, close } = await open()
    // What is run was drawn from the target's own inputs.
    return { run: (input) => run(input as T), close }
  },
})

/** The end of a target that holds nothing open. */
export const nothingToClose = (): void => {}

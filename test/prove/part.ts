/** How much is run: `short` in CI, `full` for docs/strength.md, `long` where a night may pass. */
export type Form = 'short' | 'full' | 'long'

/** How a part is to be run. */
export interface PartOptions {
  readonly form: Form
  /** How many seeds, where a part has seeds; the form decides where left out. */
  readonly seeds: number | undefined
  /** How many threads share the work. What comes out does not depend on it. */
  readonly workers: number
  /** To be told after each piece of work. */
  readonly progress: (done: number, of: number) => void
}

/** One thing that is claimed, and what was measured of it. */
export interface Claim {
  readonly says: string
  /** The figure. It has no dates and no times in it, so that it changes only where something has. */
  readonly measured: string
  readonly holds: boolean
}

/** A table; each row has as many cells as there are columns. */
export interface Table {
  readonly says: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** What came of a part: it holds where all of its claims do. */
export interface Section {
  readonly title: string
  /** How it was measured, in a few sentences. */
  readonly about: string
  readonly claims: readonly Claim[]
  readonly tables: readonly Table[]
  /** What went wrong where, and whatever else a reader should know; a line each. */
  readonly details: readonly string[]
  /** What depends on the machine. */
  readonly timings: readonly string[]
}

/** One part of the proof. */
export interface Part {
  /** As `--only` takes it. */
  readonly name: string
  /** Its path below the project's folder: what it leans on is what its figures depend on. */
  readonly file: string
  /** Which files it depends on beside those. */
  readonly reads?: (path: string) => boolean
  run(options: PartOptions): Promise<Section>
}

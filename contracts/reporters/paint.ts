/** Colours a text for a terminal. */
export interface Painter {
  readonly bad: (text: string) => string
  readonly good: (text: string) => string
  readonly warn: (text: string) => string
  readonly strong: (text: string) => string
  readonly dim: (text: string) => string
}

const plain = (text: string): string => text

/** Leaves every text as it is: the default, and what files and `NO_COLOR` get. */
export const noPaint: Painter = { bad: plain, good: plain, warn: plain, strong: plain, dim: plain }

const between =
  (on: number, off: number) =>
  (text: string): string =>
    `\u001b[${on}m${text}\u001b[${off}m`

/** Colours by ANSI escapes. */
export const ansiPaint: Painter = {
  bad: between(31, 39),
  good: between(32, 39),
  warn: between(33, 39),
  strong: between(1, 22),
  dim: between(2, 22),
}

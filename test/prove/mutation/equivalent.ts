import type { Mutant } from './mutant.ts'

/** Lines of which a mutant may live, since a client that differs only there is as right as before, and why it is. */
export interface Equivalent {
  readonly why: string
  /** By file, a part of each of the lines. */
  readonly lines: Readonly<Record<string, readonly string[]>>
}

const isAt = ({ file, code }: Mutant, [path, parts]: readonly [string, readonly string[]]): boolean =>
  file === path && parts.some((part) => code.includes(part))

/** Why a mutant that lives may live; `undefined` where nobody says so. */
export const excuseOf = (known: readonly Equivalent[], mutant: Mutant): Equivalent | undefined =>
  known.find(({ lines }) => Object.entries(lines).some((at) => isAt(mutant, at)))

/** The excused lines, of files that were mutated, of which no mutant lives. */
export const staleIn = (
  known: readonly Equivalent[],
  mutants: readonly Mutant[],
  alive: readonly Mutant[],
): readonly string[] => {
  const files = new Set(mutants.map(({ file }) => file))
  return known.flatMap(({ lines }) =>
    Object.entries(lines).flatMap(([file, parts]) =>
      parts
        .filter((part) => files.has(file) && !alive.some((mutant) => isAt(mutant, [file, [part]])))
        .map((part) => `${file}: ${part}`),
    ),
  )
}

import type { Mutant } from './mutant.ts'

/** A part of a line, whatever is changed there; or with it what some of it becomes, of which that alone is excused. */
export type Excused = string | readonly [part: string, ...becomes: readonly string[]]

/** Mutants that may live, since what differs only there is as right as before, and why it is. */
export interface Equivalent {
  readonly why: string
  /** By file. */
  readonly lines: Readonly<Record<string, readonly Excused[]>>
}

/** One mutant, or all of one line, that an excuse is made for. */
interface Claim {
  readonly file: string
  readonly part: string
  /** `undefined`: whatever it becomes. */
  readonly becomes: string | undefined
}

const claimsOf = ({ lines }: Equivalent): readonly Claim[] =>
  Object.entries(lines).flatMap(([file, excused]) =>
    excused.flatMap((one): readonly Claim[] => {
      if (typeof one === 'string') return [{ file, part: one, becomes: undefined }]
      const [part, ...all] = one
      return all.map((becomes) => ({ file, part, becomes }))
    }),
  )

const isMeant = ({ file, part, becomes }: Claim, mutant: Mutant): boolean =>
  file === mutant.file && mutant.code.includes(part) && (becomes === undefined || becomes === mutant.becomes)

/** Why a mutant that lives may live; `undefined` where nobody says so. */
export const excuseOf = (known: readonly Equivalent[], mutant: Mutant): Equivalent | undefined =>
  known.find((one) => claimsOf(one).some((claim) => isMeant(claim, mutant)))

/** The excuses, of files that were mutated, for which no mutant lives. */
export const staleIn = (
  known: readonly Equivalent[],
  mutants: readonly Mutant[],
  alive: readonly Mutant[],
): readonly string[] => {
  const files = new Set(mutants.map(({ file }) => file))
  return known
    .flatMap(claimsOf)
    .filter((claim) => files.has(claim.file) && !alive.some((mutant) => isMeant(claim, mutant)))
    .map(({ file, part, becomes }) => `${file}: ${part}${becomes === undefined ? '' : ` → ${becomes}`}`)
}

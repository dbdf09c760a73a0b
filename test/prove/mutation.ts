import { fileURLToPath } from 'node:url'
import { Stryker } from '@stryker-mutator/core'
import { grouped } from '../../bench/statistics.ts'
import { type Equivalent, excuseOf, staleIn } from './mutation/equivalent.ts'
import { equivalents } from './mutation/equivalents.ts'
import { isAlive, type Mutant, mutantOf } from './mutation/mutant.ts'
import { strykerOptions } from './mutation/options.ts'
import { type Subject, subjects } from './mutation/subjects.ts'
import type { Form, Part, Section } from './part.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** What came of one subject's mutants. */
export interface Mutated {
  readonly subject: Subject
  readonly mutants: readonly Mutant[]
}

interface Counted {
  readonly subject: Subject
  readonly killed: number
  readonly endless: number
  readonly excused: number
  readonly unexcused: readonly Mutant[]
}

const counted = ({ subject, mutants }: Mutated, known: readonly Equivalent[]): Counted => {
  const alive = mutants.filter(isAlive)
  const unexcused = alive.filter((mutant) => excuseOf(known, mutant) === undefined)
  return {
    subject,
    killed: mutants.filter(({ status }) => status === 'Killed').length,
    endless: mutants.filter(({ status }) => status === 'Timeout').length,
    excused: alive.length - unexcused.length,
    unexcused,
  }
}

const faults = ({ killed, endless, unexcused }: Counted): number => killed + endless + unexcused.length

/** The share of the faults that were noticed, in percent. */
const score = (one: Counted): number =>
  faults(one) === 0 ? 0 : (100 * (one.killed + one.endless)) / faults(one)

/** The lines of which mutants live that nothing excuses, each once. */
const linesOf = (mutants: readonly Mutant[]): readonly string[] => {
  const lines = Map.groupBy(mutants, ({ file, line, code }) => `\`${file}:${line}\`: \`${code}\``)
  return [...lines].map(([text, ones]) => `Unnoticed, ${ones.length} at ${text}`)
}

/** What is to be told of machine-made mutants. */
export const mutationOf = (
  given: readonly Mutated[],
  known: readonly Equivalent[] = equivalents,
): Section => {
  const counts = given.map((one) => counted(one, known))
  const mutants = given.flatMap((one) => one.mutants)
  const alive = mutants.filter(isAlive)
  const stale = staleIn(known, mutants, alive)
  return {
    title: 'Faults made by machine are noticed',
    about:
      'Stryker changes one operator, condition, text or block at a time. A reference client that was changed is put through the suite itself: the smoke test, the witnesses of all rules and a few cases, most of them generated, with nothing else to catch it. Rules are put through histories written by hand and through the witnesses, the world through its own unit tests. What is evaluated only while a file is loaded is left out. Where what was changed is as right as before, it is no fault: those lines are excused, with the reason, and counted apart.',
    claims: [
      ...counts.map((one) => ({
        says: `Of ${one.subject.says}, at least ${one.subject.least} % of the faults are noticed.`,
        measured: `${score(one).toFixed(1)} % of ${grouped(faults(one))}${one.excused > 0 ? `, and ${grouped(one.excused)} mutants are no faults` : ''}`,
        holds: faults(one) > 0 && score(one) >= one.subject.least,
      })),
      {
        says: 'No excuse is out of date: of each excused line some mutant lives.',
        measured: `${grouped(stale.length)} are`,
        holds: stale.length === 0,
      },
    ],
    tables: [
      {
        says: 'Mutants, by what was mutated.',
        columns: ['of', 'mutants', 'broke a rule or test', 'came to no end', 'no faults', 'unnoticed'],
        rows: counts.map((one) => [
          one.subject.name,
          ...[faults(one) + one.excused, one.killed, one.endless, one.excused, one.unexcused.length].map(
            grouped,
          ),
        ]),
      },
      {
        says: 'Why what was changed is as right as before.',
        columns: ['because', 'mutants'],
        rows: known.flatMap((one) => {
          const many = alive.filter((mutant) => excuseOf(known, mutant) === one).length
          return many === 0 ? [] : [[one.why, grouped(many)]]
        }),
      },
    ],
    details: [
      ...counts.filter(({ subject }) => subject.told).flatMap(({ unexcused }) => linesOf(unexcused)),
      ...stale.map((line) => `Out of date: \`${line}\` is excused, and nothing lives there.`),
    ],
    timings: [],
  }
}

const mutantsOf = async (subject: Subject, form: Form, workers: number): Promise<readonly Mutant[]> => {
  process.env.PLAYHEAD_MUTATION_TESTS = (subject.tests ?? []).join(' ')
  const results = await new Stryker(strykerOptions(subject, form, workers)).runMutationTest()
  return results.map((result) => mutantOf(result, root))
}

/** Machine-made mutants of the reference clients, the rules and the world. */
export const mutation: Part = {
  name: 'mutation',
  file: 'test/prove/mutation.ts',
  reads: (path) => /^(contracts|mocks|test\/(contracts|mocks|laws|prove\/mutation))\//.test(path),
  run: async ({ form, workers, progress }) => {
    const mutated: Mutated[] = []
    for (const [index, subject] of subjects.entries()) {
      mutated.push({ subject, mutants: await mutantsOf(subject, form, workers) })
      progress(index + 1, subjects.length)
    }
    return mutationOf(mutated)
  },
}

import type { MutantResult } from '@stryker-mutator/api/core'
import { Stryker } from '@stryker-mutator/core'
import { strykerOptions } from './mutation/options.ts'
import { type Subject, subjects } from './mutation/subjects.ts'
import type { Part, Section } from './part.ts'
import { grouped } from './statistics.ts'

/** What came of one subject's mutants. */
export interface Mutated {
  readonly subject: Subject
  readonly results: readonly Pick<
    MutantResult,
    'status' | 'fileName' | 'location' | 'mutatorName' | 'replacement'
  >[]
}

const countOf = ({ results }: Mutated, ...statuses: readonly MutantResult['status'][]): number =>
  results.filter(({ status }) => statuses.includes(status)).length

const noticed = (mutated: Mutated): number => countOf(mutated, 'Killed', 'Timeout')
const judged = (mutated: Mutated): number => noticed(mutated) + countOf(mutated, 'Survived', 'NoCoverage')

/** The share of the mutants that were noticed, in percent. */
const score = (mutated: Mutated): number =>
  judged(mutated) === 0 ? 0 : (100 * noticed(mutated)) / judged(mutated)

const placeOf = ({ fileName, location }: Mutated['results'][number]): string =>
  `${fileName.replace(/^.*?(?=(?:contracts|mocks)\/)/, '')}:${location.start.line + 1}`

/** What is to be told of machine-made mutants. */
export const mutationOf = (given: readonly Mutated[]): Section => ({
  title: 'Faults made by machine are noticed',
  about:
    'Stryker changes one operator, condition, text or block at a time and runs what has to notice it. A reference client that was changed is run through the suite itself: witnesses and a few generated cases, with nothing else to catch it.',
  claims: given.map((mutated) => ({
    says: `Of ${mutated.subject.says}, at least ${mutated.subject.least} % of the mutants are noticed.`,
    measured: `${score(mutated).toFixed(1)} % of ${grouped(judged(mutated))}`,
    holds: judged(mutated) > 0 && score(mutated) >= mutated.subject.least,
  })),
  tables: [
    {
      says: 'Mutants, by what was mutated.',
      columns: ['of', 'mutants', 'killed', 'timed out', 'survived', 'not reached'],
      rows: given.map((mutated) => [
        mutated.subject.name,
        ...[
          judged(mutated),
          countOf(mutated, 'Killed'),
          countOf(mutated, 'Timeout'),
          countOf(mutated, 'Survived'),
          countOf(mutated, 'NoCoverage'),
        ].map(grouped),
      ]),
    },
  ],
  details: given.flatMap((mutated) =>
    mutated.results
      .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
      .map(
        (result) =>
          `${placeOf(result)} ${result.mutatorName}: ${(result.replacement ?? '').replace(/\s+/g, ' ').slice(0, 80)}`,
      ),
  ),
  timings: [],
})

/** Machine-made mutants of the reference clients, the rules and the world. */
export const mutation: Part = {
  name: 'mutation',
  run: async ({ form, workers, progress }) => {
    const results: Mutated[] = []
    for (const [index, subject] of subjects.entries()) {
      process.env.PLAYHEAD_MUTATION_TESTS = subject.tests.join(' ')
      const stryker = new Stryker(strykerOptions(subject, form, workers))
      results.push({ subject, results: await stryker.runMutationTest() })
      progress(index + 1, subjects.length)
    }
    return mutationOf(results)
  },
}

/** Code that is changed by machine, one small fault at a time, and the tests that have to notice. */
export interface Subject {
  readonly name: string
  readonly says: string
  /** Globs of what is changed; in the short form, of a part of it. */
  readonly mutate: readonly string[]
  readonly short: readonly string[]
  /** Globs of the tests that are run. */
  readonly tests: readonly string[]
  /** The least share of the faults, in percent, that must be noticed. */
  readonly least: number
}

/** What is mutated, in the order of the page. */
export const subjects: readonly Subject[] = [
  {
    name: 'clients',
    says: 'the reference clients, caught by the rules alone',
    mutate: [
      'contracts/clients/*.ts',
      'contracts/clients/shapes/**/*.ts',
      '!contracts/clients/{index,broken-clients,broken-client,shared-shelf}.ts',
    ],
    short: ['contracts/clients/alive.ts'],
    tests: ['test/prove/mutation/clients.verdict.ts'],
    least: 85,
  },
  {
    name: 'rules',
    says: 'the rules, caught by hand-made histories and witnesses',
    mutate: ['contracts/rules/**/*.ts'],
    short: ['contracts/rules/final-is-final.ts'],
    tests: ['test/contracts/rules/**/*.test.ts'],
    least: 80,
  },
  {
    name: 'world',
    says: 'the world, caught by its unit tests and the laws',
    mutate: ['mocks/world/**/*.ts'],
    short: ['mocks/world/timeline.ts'],
    tests: ['test/mocks/world/**/*.test.ts', 'test/laws/{boundaries,urls,world-survives-json}.test.ts'],
    least: 80,
  },
]

/** Code that is changed by machine, one small fault at a time, and the tests that have to notice. */
export interface Subject {
  readonly name: string
  readonly says: string
  /** Globs of what is changed; in the short form, of a part of it. */
  readonly mutate: readonly string[]
  readonly short: readonly string[]
  /** Globs of the tests that are run; left out where it is the suite that judges. */
  readonly tests?: readonly string[]
  /** The least share of the faults, in percent, that must be noticed. */
  readonly least: number
  /** Whether each line with a fault that nobody noticed is told. */
  readonly told?: boolean
}

/** What is mutated, in the order of the page. */
export const subjects: readonly Subject[] = [
  {
    name: 'clients',
    says: 'the reference clients, caught by the rules alone',
    mutate: [
      'contracts/clients/*.ts',
      'contracts/clients/shapes/**/*.ts',
      '!contracts/clients/{index,broken-clients,broken-client,shared-by-account,shared-shelf,rereading,reference}.ts',
    ],
    short: ['contracts/clients/{alive,shapes/readers/osvi}.ts'],
    least: 85,
    told: true,
  },
  {
    name: 'rules',
    says: 'the rules, caught by histories written by hand and by witnesses',
    mutate: ['contracts/rules/**/*.ts'],
    short: ['contracts/rules/{downloaded,get-never-head,give-every-byte}.ts'],
    // Histories written by hand take milliseconds, witnesses seconds.
    tests: ['test/contracts/rules/**/!(catalogue).test.ts', 'test/contracts/rules/catalogue.test.ts'],
    least: 80,
  },
  {
    name: 'world',
    says: 'the world but for its sound, caught by its unit tests',
    // Its sound is judged by players, which take seconds for each.
    mutate: ['mocks/world/*.ts', '!mocks/world/audio.ts'],
    short: ['mocks/world/timeline.ts'],
    tests: ['test/mocks/world/**/!(plays).test.ts'],
    least: 80,
  },
]

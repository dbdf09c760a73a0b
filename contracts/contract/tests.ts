import { type ContractOptions, contractsOf, type LoadTransport } from '../contract.ts'
import type { Report } from '../report.ts'
import { staleBaseline, troubleIn, type Verdict, verdictOf } from './verdict.ts'

/** One test, as a runner is to show it. */
export interface ContractTest {
  readonly title: string
  verdict(): Promise<Verdict>
}

/** The tests of one vendor. */
export interface ContractSuite {
  readonly title: string
  readonly tests: readonly ContractTest[]
}

const asVerdict = (told: string | undefined): Verdict =>
  told === undefined ? { kind: 'passed' } : { kind: 'failed', told }

/**
 * The tests that hold a client to its vendors' contracts: that it could be judged at all, then one a rule. All tests of a
 * vendor read one report, made when the first of them is run: a runner may choose among them as it likes.
 * @throws PlayheadError as `contractsOf` does
 */
export const suitesOf = (options: ContractOptions, transport: LoadTransport): readonly ContractSuite[] =>
  contractsOf(options, transport).map(({ vendor, rules, report }) => {
    const test = (title: string, read: (report: Report) => Verdict): ContractTest => ({
      title,
      verdict: async () => read(await report()),
    })
    return {
      title: `${options.name ?? 'client'} keeps the contract of ${vendor.name}`,
      tests: [
        test('it is plugged in, and can be judged', (one) => asVerdict(troubleIn(one))),
        ...rules.map(({ id }) => test(id, (one) => verdictOf(one, id))),
        ...(options.baseline === undefined
          ? []
          : [test('its known failures are still there', (one) => asVerdict(staleBaseline(one)))]),
      ],
    }
  })

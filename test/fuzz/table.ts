import type { Fuzzed } from './fuzz.ts'

/** 1234567 as `1,234,567`. */
const counted = (count: number): string => count.toLocaleString('en-GB')

const rowOf = ({ target, inputs, refused, fault, grownBytes }: Fuzzed): string =>
  `| ${target} | ${counted(inputs)} | ${counted(refused)} | ${fault ? 1 : 0} | ${(grownBytes / 1e6).toFixed(1)} MB |`

/** What came of all targets, in Markdown. */
export const tableOf = (all: readonly Fuzzed[]): string => {
  const sum = (of: (one: Fuzzed) => number): number => all.reduce((total, one) => total + of(one), 0)
  const total: Fuzzed = {
    target: 'all',
    inputs: sum(({ inputs }) => inputs),
    refused: sum(({ refused }) => refused),
    fault: undefined,
    grownBytes: Math.max(...all.map(({ grownBytes }) => grownBytes)),
  }
  const faults = all.filter(({ fault }) => fault).length
  return [
    '| target | inputs | refused | faults | heap grown by |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...all.map(rowOf),
    rowOf(total).replace('| 0 |', `| ${faults} |`),
  ].join('\n')
}

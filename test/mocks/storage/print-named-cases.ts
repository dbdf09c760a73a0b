import { verdictOf } from './named-case.ts'
import { namedCases } from './named-cases.ts'

// Prints the named cases with their verdicts: `npx node test/mocks/storage/print-named-cases.ts`.

const counts = new Map<string, number>()
for (const { suite, cases } of namedCases) {
  console.log(`\n${suite}`)
  for (const one of cases) {
    const verdict = verdictOf(one)
    counts.set(verdict, (counts.get(verdict) ?? 0) + 1)
    const statuses = [...new Set(one.asks.map(([, { status }]) => status))].join(' ')
    const because = one.cannot ?? one.differs
    console.log(
      `  ${verdict.padEnd(12)}  ${statuses.padEnd(11)}  ${one.name}${because ? `  (${because})` : ''}`,
    )
  }
}
console.log(`\n${[...counts].map(([verdict, count]) => `${count} ${verdict}`).join(', ')}`)
process.exitCode = counts.has('FAILS') ? 1 : 0

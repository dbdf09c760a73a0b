import { availableParallelism, cpus } from 'node:os'
import { benches } from './benches.ts'
import { commandLine } from './command-line.ts'
import { type Line, measure } from './measure.ts'
import { optionsFrom } from './options.ts'
import { tellProgress } from './progress-line.ts'
import { tableOf } from './table.ts'

const names = benches.map(({ name }) => name)
const { only, rounds, json } = commandLine('bench', '[--only NAME]… [--rounds n] [--json]', (argv) =>
  optionsFrom(argv, names),
)
const wanted = benches.filter(({ name }) => only.length === 0 || only.includes(name))

const lines: Line[] = []
for (const bench of wanted)
  try {
    lines.push(...(await measure(bench, rounds, tellProgress(bench.name))))
  } catch (error) {
    // The others are measured all the same: a run takes long.
    console.error(`The bench ${bench.name} failed:`, error)
    process.exitCode = 1
  }

const machine = {
  node: process.version,
  cores: availableParallelism(),
  processor: cpus()[0]?.model ?? 'unknown',
}
if (json) console.info(JSON.stringify({ ...machine, rounds, lines }, undefined, 2))
else {
  console.info(`node ${machine.node}, ${machine.cores} × ${machine.processor}, ${rounds} rounds\n`)
  console.info(tableOf(lines))
}

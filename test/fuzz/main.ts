import { commandLine } from '../../bench/command-line.ts'
import { tellProgress } from '../../bench/progress-line.ts'
import { type Fuzzed, fuzz } from './fuzz.ts'
import { keepFault } from './keep-fault.ts'
import { optionsFrom } from './options.ts'
import { watchStrays } from './strays.ts'
import { tableOf } from './table.ts'
import { targets } from './targets.ts'

/** The long form of the fuzzers. */
const names = targets.map(({ name }) => name)
const { inputs, seed, only, path } = commandLine(
  'fuzz',
  '[--inputs n] [--seed n] [--only target]… [--path p]',
  (argv) => optionsFrom(argv, names),
)
const wanted = targets.filter(({ name }) => only.length === 0 || only.includes(name))
const shares = wanted.reduce((sum, { share }) => sum + share, 0)
const strays = watchStrays()

// Whoever has seen enough is told what there was; told twice, it ends at once.
const enough = new AbortController()
const { signal } = enough
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => enough.abort())

console.info(`${inputs} inputs from seed ${seed}, node ${process.version}`)
const all: Fuzzed[] = []
for (const target of wanted) {
  if (signal.aborted) break
  const progress = tellProgress(target.name)
  const mine = Math.round((inputs * target.share) / shares)
  const fuzzed = await fuzz(target, { inputs: mine, seed, path, progress, signal, strays })
  all.push(fuzzed)
  if (!fuzzed.fault) continue
  console.error(keepFault(target.name, fuzzed.fault))
  process.exitCode = 1
}
console.info(tableOf(all))

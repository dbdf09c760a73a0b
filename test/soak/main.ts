import { commandLine } from '../../bench/command-line.ts'
import { tellProgress } from '../../bench/progress-line.ts'
import { optionsFrom } from './options.ts'
import { serveApart } from './serve-apart.ts'
import { soak, soakStart } from './soak.ts'
import { tableOf } from './table.ts'

/** The long form of the soak. */
const { minutes, clients, seed } = commandLine('soak', '[--minutes n] [--clients n] [--seed n]', optionsFrom)

console.info(`${clients} clients for ${minutes} min from seed ${seed}, node ${process.version}`)
const served = await serveApart(soakStart)
const tell = tellProgress('soak')
const length = minutes * 60_000
const began = performance.now()
const passed = (): number => performance.now() - began
const soaked = await soak(served, {
  clients,
  seed,
  goesOn: () => passed() < length,
  progress: (acts) => {
    if (acts % 1000 === 0) tell(Math.round(Math.min(passed(), length) / 1000), length / 1000)
  },
})
await served.close()
console.info(tableOf(soaked))
for (const fault of soaked.faults) console.error(fault)
if (soaked.faults.length > 0) process.exitCode = 1

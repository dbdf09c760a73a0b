import type { Bench } from './bench.ts'
import { coldStart } from './cold-start.ts'
import { commands } from './commands.ts'
import { memory } from './memory.ts'
import { replicas } from './replicas.ts'
import { serve } from './serve.ts'
import { verifyInProcess } from './verify-in-process.ts'
import { verifyOverLoopback } from './verify-over-loopback.ts'
import { worlds } from './worlds.ts'

/** All benches, in the order they are run. */
export const benches: readonly Bench[] = [
  serve,
  coldStart,
  memory,
  replicas,
  worlds,
  commands,
  verifyInProcess,
  verifyOverLoopback,
]

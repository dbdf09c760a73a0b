import type { Bench } from './bench.ts'
import { verifyCommand } from './verify-command.ts'
import { verifyInProcess } from './verify-in-process.ts'
import { verifyOverLoopback } from './verify-over-loopback.ts'

/** All benches, in the order they are run. */
export const benches: readonly Bench[] = [verifyInProcess, verifyOverLoopback, verifyCommand]

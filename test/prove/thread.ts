import { parentPort } from 'node:worker_threads'
import type { Delivery, Order } from './spread.ts'

/** One of the threads of spread.ts: does what it is told, one thing after another. */
parentPort?.on('message', async ({ index, module, input }: Order) => {
  const { run } = await import(module)
  parentPort?.postMessage({ index, output: await run(input) } satisfies Delivery)
})

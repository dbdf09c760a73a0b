import { Worker } from 'node:worker_threads'

/** What a thread is told to do. */
export interface Order {
  readonly index: number
  /** The URL of a module whose `run` takes the input. */
  readonly module: string
  readonly input: unknown
}

/** What a thread tells when it has done it. */
export interface Delivery {
  readonly index: number
  readonly output: unknown
}

/** How work is shared. */
export interface Spreading {
  readonly workers: number
  readonly progress: (done: number, of: number) => void
}

const thread = new URL('thread.ts', import.meta.url)

/**
 * Does the same with many inputs, on several threads. The outputs come in the order of the inputs, whoever was quicker,
 * so that they do not depend on the number of threads. The threads end with the work, and with the first that fails.
 * @param module the URL of a module that exports the function as `run`; inputs and outputs are copied as messages are
 */
export const spread = <I, O>(
  module: string,
  run: (input: I) => Promise<O>,
  inputs: readonly I[],
  { workers, progress }: Spreading,
): Promise<O[]> => {
  if (workers <= 0) return inOrder(run, inputs, progress)
  return new Promise((resolve, reject) => {
    const outputs: O[] = []
    let next = 0
    let done = 0
    const threads: Worker[] = []
    const end = (finish: () => void): void => {
      for (const one of threads) void one.terminate()
      finish()
    }
    if (inputs.length === 0) return resolve([])
    const hand = (one: Worker): void => {
      if (next >= inputs.length) return
      const index = next++
      one.postMessage({ index, module, input: inputs[index] } satisfies Order)
    }
    for (let count = 0; count < Math.min(workers, inputs.length); count++) {
      const one = new Worker(thread)
      threads.push(one)
      one.on('message', ({ index, output }: Delivery) => {
        outputs[index] = output as O
        progress(++done, inputs.length)
        if (done === inputs.length) end(() => resolve(outputs))
        else hand(one)
      })
      one.on('error', (error) => end(() => reject(error)))
      hand(one)
    }
  })
}

const inOrder = async <I, O>(
  run: (input: I) => Promise<O>,
  inputs: readonly I[],
  progress: Spreading['progress'],
): Promise<O[]> => {
  const outputs: O[] = []
  for (const input of inputs) {
    outputs.push(await run(input))
    progress(outputs.length, inputs.length)
  }
  return outputs
}

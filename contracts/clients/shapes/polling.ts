import type { Outcome } from '../../../mocks/world/outcome.ts'
import type { Bench, CallOptions, ClientModule, RecordingClient } from '../../client.ts'
import { reference } from '../reference.ts'

/** How long it waits before it looks again: half a minute and more in all, then `processing` is the answer. */
const pausesMs = [1000, 2000, 4000, 8000, 16_000]

/** Looks until what is still in the making has come, or never will. */
const watch = async (
  bench: Bench,
  client: RecordingClient,
  ref: string,
  options: CallOptions,
): Promise<Outcome> => {
  for (const pauseMs of pausesMs) {
    const outcome = await client.getRecording(ref, options)
    if (outcome.kind !== 'processing') return outcome
    await bench.sleep(pauseMs, options.signal ?? bench.signal)
  }
  return client.getRecording(ref, options)
}

/** The reference, but that it waits for what is in the making, and looks again after growing pauses. */
export const polling: ClientModule = {
  ...reference,
  name: 'reference/polling',
  connect: async (bench) => {
    const client = await reference.connect(bench)
    return { ...client, getRecording: (ref, options = {}) => watch(bench, client, ref, options) }
  },
}

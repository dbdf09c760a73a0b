import type { Outcome } from '../../../mocks/world/outcome.ts'
import type { Bench, ClientModule, DownloadOptions, DownloadOutcome, RecordingClient } from '../../client.ts'
import { flights } from '../flights.ts'
import { logging } from './logging.ts'
import { askForRecording, askForReplies } from './put-question.ts'
import { readerFor } from './reader-for.ts'
import { readers } from './readers/index.ts'
import { openResuming } from './resuming.ts'
import { openTurns } from './turns.ts'
import { wantedSegment } from './wanted-segment.ts'

/** The first URL, and two more where storage refuses it. */
const mostUrls = 3

/** How long it waits before it asks again, where an outage may have passed. */
const pausesMs = [2000, 5000]

const connect = (bench: Bench): RecordingClient => {
  const reader = readerFor(bench)
  const logged = logging(bench)
  const turn = openTurns(bench)
  const looks = flights<Outcome>(true)

  /** Puts a question in its turn, and again where nothing but an outage came of it. */
  const patiently = async <O extends { readonly kind: string }>(
    signal: AbortSignal,
    ask: () => Promise<O>,
  ): Promise<O> => {
    for (let tries = 0; ; tries++) {
      await turn()
      signal.throwIfAborted()
      const outcome = await ask()
      const pauseMs = outcome.kind === 'unavailable' ? pausesMs[tries] : undefined
      if (pauseMs === undefined) return outcome
      await bench.sleep(pauseMs, signal)
    }
  }

  const look = (id: string, signal: AbortSignal): Promise<Outcome> =>
    looks.join(id, signal, (flying) => patiently(flying, () => askForRecording(bench, reader, id, flying)))

  const download = async (
    id: string,
    { segment, from = 0 }: DownloadOptions,
    signal: AbortSignal,
  ): Promise<DownloadOutcome> => {
    const resuming = openResuming(bench, from)
    for (let urls = 0; urls < mostUrls; urls++) {
      const found = wantedSegment(await look(id, signal), segment)
      if ('missing' in found) return found.missing
      const fetched = await resuming.go(found.wanted.url, signal)
      if (fetched !== 'refused') return fetched
    }
    return { kind: 'expired' }
  }

  const client: RecordingClient = {
    getRecording: (id, { signal = bench.signal } = {}) => logged(id, look(id, signal)),
    download: (id, options = {}) => logged(id, download(id, options, options.signal ?? bench.signal)),
  }
  return reader.repliesPath
    ? {
        ...client,
        listReplies: (code, { signal = bench.signal } = {}) =>
          logged(
            code,
            patiently(signal, () => askForReplies(bench, reader, code, signal)),
          ),
      }
    : client
}

/**
 * Has one question under way for each recording, whoever asks; puts them one after another; and brings a download that
 * broke off to its end by the bytes that are missing, unless storage has another version by then.
 */
export const singleFlight: ClientModule = {
  name: 'reference/single-flight',
  capabilities: { logs: true, cancel: true, concurrency: true, resume: true, vendors: Object.keys(readers) },
  connect,
}

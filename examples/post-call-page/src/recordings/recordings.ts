import { type Answer, ask, type Way } from './ask.ts'
import { osvi } from './osvi.ts'
import type { Nothing, Recording, Replies } from './outcome.ts'
import type { Reader } from './reader.ts'
import { refusalIn } from './refusal.ts'
import { voqo } from './voqo.ts'

const readers: Readonly<Record<string, Reader>> = { voqo, osvi }

/** The vendors that this client speaks to. */
export const vendors: readonly string[] = Object.keys(readers)

/** Asks one vendor for recordings and replies. Nothing is kept: a link is fetched when it is wanted. */
export interface Recordings {
  getRecording(id: string): Promise<Recording>
  /** Left out where the vendor has none. */
  listReplies?(id: string): Promise<Replies>
}

/** Whether an id can stand in a path as it is. */
const isPlain = (id: string): boolean => encodeURIComponent(id) === id && !/^\.*$/.test(id)

const oddId: Nothing = { kind: 'invalid-request', details: ['No call has such an id.'] }
const trouble: Nothing = { kind: 'unavailable' }

/** Whoever asks for the same while it is asked for waits for the same answer. */
const shared = <T>(look: (id: string) => Promise<T>): ((id: string) => Promise<T>) => {
  const underWay = new Map<string, Promise<T>>()
  return (id) => {
    const known = underWay.get(id)
    if (known) return known
    const looking = look(id).finally(() => underWay.delete(id))
    underWay.set(id, looking)
    return looking
  }
}

/** Opens a client. @throws RangeError for a vendor it does not speak to */
export const createRecordings = ({ vendor, ...way }: Way & { readonly vendor: string }): Recordings => {
  const reader = readers[vendor]
  if (!reader) throw new RangeError(`There is no vendor ${vendor}: choose one of ${vendors.join(', ')}.`)

  const refused = (answer: Answer): Nothing =>
    (answer.status === 404 && answer.json !== undefined ? reader.readMissing?.(answer.json) : undefined) ??
    refusalIn(answer)

  const looker =
    <T>(pathOf: (id: string) => string, read: (answer: Answer) => T | undefined) =>
    async (id: string): Promise<T | Nothing> => {
      if (!isPlain(id)) return oddId
      const answer = await ask(way, pathOf(id))
      if (!answer) return trouble
      return answer.status === 200 ? (read(answer) ?? trouble) : refused(answer)
    }

  const { repliesPath, readReplies } = reader
  return {
    getRecording: shared(looker(reader.recordingPath, reader.readRecording)),
    ...(repliesPath && readReplies ? { listReplies: shared(looker(repliesPath, readReplies)) } : {}),
  }
}

import { type RunLine, runVersion } from '../../../contracts/drivers/observe/run.ts'
import { writeHar } from '../../../contracts/har/write-har.ts'
import type { EntryTold } from '../line.ts'

/** An exchange as the events of a run: in virtual time it is asked, answered and over at one instant. */
const linesOf = (entry: EntryTold, sandbox: string): readonly RunLine[] => {
  const { at, origin, request, response, vendor } = entry
  const name = `r${entry.seq}`
  const { body, bytes } = response
  const events: readonly RunLine['event'][] = [
    { kind: 'sent', at, request: name, role: origin, ...request },
    {
      kind: 'received',
      at,
      request: name,
      status: response.status,
      headers: response.headers,
      ...(body === undefined ? {} : { body }),
      ...(bytes === undefined
        ? {}
        : { object: { call: entry.call ?? '', segment: entry.segment ?? 0, from: 0, to: bytes, of: bytes } }),
    },
    { kind: 'settled', at, request: name, how: 'complete' },
  ]
  return events.map((event) => ({
    sandbox,
    ...(vendor === undefined ? {} : { vendor }),
    realMs: 0,
    event,
  }))
}

/** Whose journal it is, and where its paths lead. */
export interface HarPlace {
  readonly sandbox: string
  readonly api: string
  readonly storage: string
}

/** A journal as a HAR file, for the tools that show one. Keys, signatures and tokens are masked in it already. */
export const harOf = (entries: readonly EntryTold[], { sandbox, api, storage }: HarPlace): string =>
  writeHar({
    head: { playhead: runVersion, kind: 'run', by: 'Playhead', api, storage },
    lines: entries.flatMap((entry) => linesOf(entry, sandbox)),
    ended: true,
    torn: undefined,
  })

import { PlayheadError, shown } from '../world/error.ts'
import { headerOf } from '../world/exchange.ts'
import type { ControlHandlers } from './define.ts'
import { journalEvents } from './journal-events.ts'
import { toldEntry } from './told-entry.ts'

const sequence = (text: string | null | undefined): number => {
  if (text === null || text === undefined) return 0
  if (/^\d{1,15}$/.test(text)) return Number(text)
  throw new PlayheadError({
    code: 'bad-after',
    act: `Cannot read the journal after ${shown(text)}`,
    cure: 'Give the number of an entry, such as ?after=42.',
  })
}

export const journal: ControlHandlers<'getJournal' | 'clearJournal'> = {
  getJournal: async ({ session, query, request }) => {
    const after = sequence(headerOf(request, 'last-event-id') ?? query.get('after'))
    return headerOf(request, 'accept')?.includes('text/event-stream')
      ? { status: 200, events: journalEvents(session(), after) }
      : { status: 200, body: { entries: (await session().journal(after)).map(toldEntry(session().vendors)) } }
  },
  clearJournal: async ({ session }) => {
    await session().change(() => ({ forget: { journal: true } }))
    return { status: 200, body: { entries: [] } }
  },
}

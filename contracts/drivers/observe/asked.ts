import { vendorNamed } from '../../../mocks/vendors/named.ts'
import type { Event, EventOf } from '../../history.ts'
import { exchangesOf } from '../../rules/reading/exchange.ts'

/**
 * Writes into a watched history what the app was asked, where it was asked for each recording once: just before its first
 * request for an id with a key. No ask ends: what the app made of it is not seen.
 */
export const asked = (vendor: string, events: readonly Event[]): readonly Event[] => {
  const bare = { vendor, client: '', capabilities: {}, ops: [], start: 0, events, truths: [] }
  const questions = new Map<Event, EventOf<'asked'>>()
  const names = new Map<string, string>()
  for (const { sent, id, asks, account = 'default' } of exchangesOf(
    bare,
    vendorNamed(vendor, 'Cannot observe'),
  )) {
    const name = `${asks} ${id} ${account}`
    if (id === undefined || names.has(name)) continue
    const ask = `a${names.size + 1}`
    names.set(name, ask)
    const op = asks === 'replies' ? 'replies' : 'look'
    questions.set(sent, { kind: 'asked', at: sent.at, ask, op, call: id, id, account })
  }
  const open: string[] = []
  return events.flatMap((event): Event[] => {
    const question = questions.get(event)
    if (question) open.push(question.ask)
    const said = event.kind === 'sent' ? { ...event, during: [...open] } : event
    return question ? [question, said] : [said]
  })
}

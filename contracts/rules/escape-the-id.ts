import { defineRule } from '../define.ts'
import { judging } from './judging.ts'
import { readHistory } from './reading/reading.ts'
import { assumedWire, everyVendor } from './whom.ts'
import { look, witness } from './witness.ts'

/** Ids that mean another path, a query or a fragment as soon as they are not sent as one segment. */
const hostile = ['AC1/../../contacts?x=1#', '..', '%2e%2e', '.']

export const escapeTheId = defineRule({
  id: 'escape-the-id',
  level: 'must',
  vendors: everyVendor,
  should: assumedWire,
  needs: ['wire'],
  says: 'No id can reach another route: it is sent as one encoded path segment, or refused.',
  basis: [
    { vendor: 'quo', quote: 'pattern: ^AC(.*)$' },
    { vendor: 'osvi', quote: 'format: uuid' },
    {
      quote:
        'Measured: an unencoded id AC1/../../contacts?x=1# reaches /v1/contacts, and URL parsers fold ".." in any encoding.',
    },
  ],
  since: '1.0.0',
  witness: (vendor) =>
    witness(
      vendor,
      hostile.map((id) => look({ id })),
    ),
  judge: (history) => {
    const { asks, exchanges, vendor } = readHistory(history)
    const spelt = (id: string | undefined): string | undefined =>
      id === undefined ? undefined : (vendor.ids.canonical?.(id) ?? id)
    return judging(asks, (ask) => {
      const astray = exchanges.find(
        ({ sent, follows, id }) =>
          sent.role === 'api' &&
          !follows &&
          sent.during.includes(ask.ask) &&
          !asks.some((open) => sent.during.includes(open.ask) && spelt(open.id) === spelt(id)),
      )
      return (
        astray && {
          event: astray.sentEvent,
          what: `asked for ${JSON.stringify(ask.id)}, it requested ${astray.sent.path}`,
          allowed: 'the id as one percent-encoded path segment, or no request at all',
        }
      )
    })
  },
})

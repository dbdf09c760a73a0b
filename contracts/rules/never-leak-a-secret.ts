import { defineRule } from '../define.ts'
import { judging } from './judging.ts'
import { readHistory } from './reading/reading.ts'
import { assumedWire, everyVendor } from './whom.ts'
import { download, look, trouble, witness } from './witness.ts'

/** As histories write what is secret. */
const secret = /\{(key|signature|token):[^}]*\}/

export const neverLeakASecret = defineRule({
  id: 'never-leak-a-secret',
  level: 'must',
  vendors: everyVendor,
  should: assumedWire,
  needs: ['logs'],
  says: 'No key and no signed URL in logs, error texts, outcomes that are not `playable`, or requests of its own to other hosts.',
  basis: [{ quote: 'CWE-532: a signed URL is a bearer credential, and a log that holds it is a leak.' }],
  since: '1.0.0',
  witness: (vendor) =>
    witness(vendor, [
      look(),
      download(),
      trouble({ kind: 'status', status: 500, told: 'untold' }),
      look(),
      { do: 'calm' },
      trouble({ kind: 'die-early' }, undefined, 'storage'),
      download(),
    ]),
  judge: (history) => {
    const { exchanges } = readHistory(history)
    // Where a redirect led, the client was sent: what it took there is another rule's.
    const own = new Set(exchanges.flatMap(({ follows, sentEvent }) => (follows ? [] : [sentEvent])))
    const texts = history.events.flatMap((event, index) => {
      if (event.kind === 'logged') return { index, where: 'its log', text: event.text }
      if (event.kind === 'sent' && event.role === 'elsewhere' && own.has(index))
        return {
          index,
          where: 'its request to another host',
          text: JSON.stringify([event.path, event.headers]),
        }
      if (event.kind !== 'answered' || event.outcome?.kind === 'playable') return []
      return { index, where: 'what it answered', text: JSON.stringify(event.error ?? event.outcome ?? '') }
    })
    return judging(texts, ({ index, where, text }) => {
      const found = secret.exec(text)?.[0]
      return (
        found !== undefined && {
          event: index,
          what: `${where} holds ${found}`,
          allowed: 'no key and no signed URL',
        }
      )
    })
  },
})

import type { Credential } from '../../mocks/vendors/define.ts'
import { defineRule } from '../define.ts'
import { judging } from './judging.ts'
import type { Exchange } from './reading/exchange.ts'
import { readHistory } from './reading/reading.ts'
import { keyedVendors } from './whom.ts'
import { look, witness } from './witness.ts'

/** What a request carries in place of a key in the vendor's form; `undefined` where it is right. */
const faultIn = ({ sent }: Exchange, { header, scheme }: Credential): string | undefined => {
  const value = sent.headers[header]
  if (value === undefined) return `without ${header}`
  const form = scheme ? new RegExp(`^${scheme} \\{key:[^}]+\\}$`, 'i') : /^\{key:[^}]+\}$/
  if (!form.test(value)) return `with "${header}: ${value}"`
  const other = Object.entries(sent.headers).find(([name, text]) => name !== header && text.includes('{key:'))
  if (other) return `with the key in ${other[0]} too`
  return sent.path.includes('{key:') ? 'with the key in its URL too' : undefined
}

export const askWithTheVendorsOwnKey = defineRule({
  id: 'ask-with-the-vendors-own-key',
  level: 'must',
  vendors: keyedVendors,
  needs: ['wire'],
  watched: 'requests',
  says: "Every API request carries exactly the vendor's credential, in its header and form.",
  basis: [
    { vendor: 'quo', quote: 'apiKey: in: header name: Authorization' },
    { vendor: 'osvi', quote: 'API-Token' },
    { vendor: 'envoy', quote: 'Bearer authentication of the form Bearer <token>' },
    { vendor: 'feather', quote: 'type: apiKey in: header name: x-api-key' },
  ],
  since: '1.0.0',
  witness: (vendor) => witness(vendor, [look()]),
  judge: (history) => {
    const { exchanges, vendor } = readHistory(history)
    const { credential } = vendor
    const questions = exchanges.filter(({ sent, follows }) => sent.role === 'api' && !follows)
    return judging(credential ? questions : [], (exchange) => {
      const fault = credential && faultIn(exchange, credential)
      const allowed = `"${credential?.header}: ${credential?.scheme ? `${credential.scheme} ` : ''}<key>" and nothing else`
      return fault !== undefined && { event: exchange.sentEvent, what: `it asked ${fault}`, allowed }
    })
  },
})

import { expect, test } from 'vitest'
import { readHistory } from '../../../../contracts/rules/reading/reading.ts'
import { secretIn } from '../../../../contracts/rules/reading/secrets.ts'
import { osvi as vendor } from '../../../../mocks/vendors/osvi.ts'
import { osvi, url } from '../histories/vocabulary.ts'
import { historyOf } from './fair-after.ts'

test('the header of a vendor from outside the registry is a secret of that vendor alone', () => {
  const acme = { ...vendor, credential: { ...vendor.credential, header: 'x-acme', defaultKey: 'abc' } }
  const sent = osvi.storage(url, { headers: { 'x-acme': 'abc' } })
  const [exchange] = readHistory(historyOf('osvi', sent)).exchanges
  if (!exchange) throw new Error('no exchange')
  expect([acme, vendor].map((whose) => secretIn(exchange, whose))).toEqual(['the header x-acme', undefined])
})

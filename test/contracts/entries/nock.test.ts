import { describe, expect, test } from 'vitest'
import { nockTransport } from '../../../contracts/entries/nock.ts'
import { runCase } from '../../../contracts/run/run-case.ts'
import { interceptingLaws } from '../support/intercepting-laws.ts'
import { look, only, smallCase, vendorOf } from '../support/small-case.ts'
import { unmodifiedClients } from '../support/unmodified.ts'

describe('through nock', () => {
  interceptingLaws(nockTransport)

  test('a client that took hold of https.get before is answered', async () => {
    const early = runCase(smallCase([look()]), vendorOf('osvi'), unmodifiedClients.early, nockTransport)
    expect(only(await early, 'answered')).toMatchObject([{ outcome: { kind: 'playable' } }])
  })
})

import { describe, expect, test } from 'vitest'
import { msw } from '../../../contracts/entries/msw.ts'
import { runCase } from '../../../contracts/run/run-case.ts'
import { interceptingLaws } from '../support/intercepting-laws.ts'
import { look, smallCase, vendorOf } from '../support/small-case.ts'
import { unmodifiedClients } from '../support/unmodified.ts'

describe('through MSW', () => {
  interceptingLaws(msw)

  test('a client that took hold of https.get before is refused, and never leaves', async () => {
    const early = runCase(smallCase([look()]), vendorOf('osvi'), unmodifiedClients.early, msw)
    await expect(early).rejects.toMatchObject({ code: 'left-the-interceptor' })
  })
})

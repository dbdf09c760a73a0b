import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cases } from '../../../contracts/arbitraries/cases.ts'
import { catalogue } from '../../../contracts/catalogue.ts'
import { reference } from '../../../contracts/clients/reference.ts'
import type { Transport } from '../../../contracts/define.ts'
import { runCase } from '../../../contracts/run/run-case.ts'
import { shownBy } from '../../../contracts/run/shown-by.ts'
import { verify } from '../../../contracts/verify.ts'
import { vendors } from '../../../mocks/vendors/index.ts'
import { askOnce, clientThat, impatient, plain } from './clients.ts'
import { gist, look, only, smallCase, trouble, vendorOf } from './small-case.ts'
import { unmodifiedClients } from './unmodified.ts'

const osvi = vendorOf('osvi')

/** What holds for every transport that takes an unmodified client's requests out of its own HTTP stack. */
export const interceptingLaws = (transport: Transport): void => {
  test.each(vendors)('$id has the same history as without a wire, byte for byte', async (vendor) => {
    for (const given of fc.sample(cases(vendor.id), { numRuns: 15, seed: 22 })) {
      const client = given.seed % 2 === 0 ? plain : reference
      const taken = await runCase(given, vendor, client, transport)
      const straight = await runCase(shownBy(given, transport), vendor, client)
      expect(JSON.stringify(taken, null, 1), JSON.stringify(given)).toBe(JSON.stringify(straight, null, 1))
    }
  })

  test('silence is a hang for who waits for ever, and a time-out for who does not', async () => {
    const silent = trouble({ kind: 'silence' })
    expect(gist(await runCase(smallCase([silent, look()]), osvi, plain, transport), 'disturbed')).toContain(
      'hung a1',
    )
    const history = await runCase(smallCase([silent, look()]), osvi, impatient(30_000), transport)
    expect(only(history, 'answered')).toMatchObject([{ outcome: { kind: 'unavailable' } }])
  })

  test('trouble that it cannot show truthfully is left out of a case', async () => {
    const broken = trouble({ kind: 'truncate' })
    const history = await runCase(smallCase([broken, look()]), osvi, plain, transport)
    expect(only(history, 'disturbed')).toEqual([])
    expect(only(history, 'answered')).toMatchObject([{ outcome: { kind: 'playable' } }])
  })

  test('what goes to another host never leaves', async () => {
    const astray = clientThat((bench, ref) => askOnce({ ...bench, baseUrl: 'https://nowhere.invalid' }, ref))
    const history = await runCase(smallCase([look()]), osvi, astray, transport)
    expect(only(history, 'sent')).toMatchObject([{ role: 'elsewhere' }])
    expect(only(history, 'settled')).toMatchObject([{ how: 'reset' }])
  })

  test.each([unmodifiedClients.fetch, unmodifiedClients.https])('$name is answered', async (client) => {
    const history = await runCase(smallCase([look()]), osvi, client, transport)
    expect(only(history, 'sent')).toMatchObject([{ role: 'api', during: ['a1'] }])
    expect(only(history, 'answered')).toMatchObject([{ outcome: { kind: 'playable' } }])
  })

  test.each([unmodifiedClients.hoardingFetch, unmodifiedClients.hoardingHttps])(
    '$name is caught',
    async (client) => {
      const rules = catalogue.filter(({ id }) => id === 'never-hand-out-a-dead-url')
      const { results } = await verify({ client, vendors: [osvi], rules, cases: 3, transport })
      expect(results).toMatchObject([{ rule: 'never-hand-out-a-dead-url', kind: 'failed' }])
    },
  )

  test('a rule whose trouble it cannot show is skipped and says why, never passed', async () => {
    const rules = catalogue.filter(
      (rule) =>
        rule.vendors.includes('osvi') &&
        JSON.stringify(rule.witness('osvi')).match(/"kind":"truncate"|"at":"mid-body"|"kind":"trickle"/),
    )
    expect(rules).not.toEqual([])
    const { results } = await verify({ client: reference, vendors: [osvi], rules, cases: 5, transport })
    for (const result of results)
      expect(result).toMatchObject({
        kind: 'skipped',
        reason: expect.stringMatching(new RegExp(`${transport.name} cannot show|does not declare`)),
      })
  })

  test('a client that goes past it reaches nobody, and is told apart from a wrong one', async () => {
    const past = runCase(smallCase([look()]), osvi, unmodifiedClients.ownLookup, transport)
    await expect(past).rejects.toMatchObject({ code: 'left-the-interceptor' })
  })

  test('nothing of it is left behind', async () => {
    const { fetch } = globalThis
    await runCase(smallCase([trouble({ kind: 'silence' }), look()]), osvi, plain, transport)
    expect(globalThis.fetch).toBe(fetch)
  })
}

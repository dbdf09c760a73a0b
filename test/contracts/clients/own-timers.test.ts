import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cases } from '../../../contracts/arbitraries/cases.ts'
import type { ClientModule } from '../../../contracts/client.ts'
import { brokenClients } from '../../../contracts/clients/broken-clients.ts'
import { builtinClients } from '../../../contracts/clients/index.ts'
import type { History } from '../../../contracts/history.ts'
import { rules } from '../../../contracts/rules/index.ts'
import { runCase } from '../../../contracts/run/run-case.ts'
import { vendorNamed } from '../../../mocks/vendors/named.ts'
import { onOwnTimers } from '../../support/on-own-timers.ts'

const vendorOf = (id: string) => vendorNamed(id, 'Cannot run a case')

/** Everything but the sleeping, which is written down only where it is the bench that is slept by. */
const withoutSleep = ({ events, truths }: History) => ({
  events: events.filter(({ kind }) => kind !== 'slept'),
  truths,
})

const shapes = Object.keys(builtinClients).filter((name) => /^reference(\/|$)/.test(name))

describe.each(shapes)('%s, on timers of its own,', (name) => {
  test.each(['quo', 'osvi', 'envoy', 'feather', 'voqo'])('does at %s as it does by the bench', async (id) => {
    const client = (await builtinClients[name]?.()) as ClientModule
    const vendor = vendorOf(id)
    for (const given of fc.sample(cases(id), { seed: 11, numRuns: 12 })) {
      const byBench = await runCase(given, vendor, client)
      const byItself = await runCase(given, vendor, onOwnTimers(client))
      expect(withoutSleep(byItself), JSON.stringify(given)).toEqual(withoutSleep(byBench))
    }
  })
})

const ofTime = new Set([
  'never-hand-out-a-dead-url',
  'read-the-lifetime',
  'poll-with-bounds',
  'retry-only-what-may-pass',
  'end-in-bounded-time',
  'wait-as-told',
  'let-an-open-stream-finish',
  'a-skewed-clock-still-plays',
])

const ofTimeClients = brokenClients.filter(({ caughtBy }) => ofTime.has(caughtBy))

test('every rule on time has a broken client', () => {
  expect(new Set(ofTimeClients.map(({ caughtBy }) => caughtBy))).toEqual(ofTime)
})

test.each(ofTimeClients)(
  '$name, on timers of its own, is caught by $caughtBy, and its twin is not',
  async ({ caughtBy, vendors: [id = ''], broken, twin }) => {
    const rule = rules.find((one) => one.id === caughtBy)
    if (!rule) throw new Error(`no rule ${caughtBy}`)
    const judged = async (client: ClientModule) =>
      rule.judge(await runCase(rule.witness(id), vendorOf(id), onOwnTimers(client)))
    expect((await judged(broken)).violations).not.toEqual([])
    expect((await judged(twin)).violations).toEqual([])
  },
)

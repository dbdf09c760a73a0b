import type { Case } from '../../../contracts/case.ts'
import { goalInstant } from '../../../contracts/run/goal.ts'
import type { Step } from '../../../contracts/step.ts'
import { unused } from '../../world/usage.ts'
import type { Deck } from '../controller.ts'
import { isBroken } from '../is-broken.ts'
import type { AnswersTold, LinkTold, ReadyTold } from '../line.ts'

/** Puts a case's world in place, with its clock standing at the first instant. */
export const bring = async (deck: Deck, { world, clock }: Case): Promise<boolean> =>
  (await deck.change('PUT', 'world', world)) &&
  (await deck.move('freeze')) &&
  (await deck.move('set', clock.at))

/** How long a vendor is waited for that may never answer, in milliseconds. */
const patienceMs = 10_000

/** Asks a vendor about a call as a client without whims would. */
const ask = async (deck: Deck, vendor: string, step: Extract<Step, { do: 'ask' }>): Promise<void> => {
  const ready = await deck.line.ask<ReadyTold>('GET', 'vendors')
  const told = await deck.line.ask<AnswersTold>('GET', `answers/${encodeURIComponent(step.call)}`)
  const asks = step.op === 'replies' ? 'replies' : 'recording'
  const answer = told.answers.find((one) => one.vendor === vendor && one.asks === asks)
  const { baseUrl, headers = {} } = ready.vendors[vendor] ?? {}
  if (!answer || baseUrl === undefined) return
  const path = answer.path.slice(vendor.length + 1)
  const signal = AbortSignal.timeout(patienceMs)
  await (await deck.line.fetch(`${baseUrl}${path}`, { cache: 'no-store', headers, signal })).text()
}

const linksOf = (deck: Deck, vendor: string): readonly LinkTold[] =>
  deck.timeline.value?.links.filter((link) => link.vendor === vendor) ?? []

/**
 * Does one step of a case in the session, as far as it concerns vendors: the deck takes the client's place. What only a client
 * could show is passed over.
 */
export const perform = async (deck: Deck, one: Case, step: Step): Promise<void> => {
  const [vendor = ''] = one.vendors
  switch (step.do) {
    case 'ask':
      deck.look(step.call)
      // A broken connection is what some steps are about; the journal shows it.
      await ask(deck, vendor, step).catch((error: unknown) => {
        if (!isBroken(error)) throw error
      })
      return deck.refresh()
    case 'clock': {
      const now = deck.timeline.value?.clock.now ?? one.clock.at
      const grants = linksOf(deck, vendor)
      const at = goalInstant(step.to, { now, world: one.world, vendor: {}, usage: unused, grants })
      if (at !== undefined) await deck.move('set', at)
      return
    }
    case 'disturb':
      await deck.change('POST', 'disturbances', step.disturbance)
      return
    case 'calm':
      await deck.change('DELETE', 'disturbances')
      return
    default:
      return
  }
}

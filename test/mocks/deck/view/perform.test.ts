import { expect, test } from 'vitest'
import type { Step } from '../../../../contracts/step.ts'
import { bring, perform } from '../../../../mocks/deck/view/perform.ts'
import { smallCase } from '../../../contracts/support/small-case.ts'
import { aDeck } from '../in-a-page.ts'

test('the deck takes the client’s place: it enters a case’s world and does its steps', async () => {
  const one = smallCase([])
  const { deck, backend } = await aDeck()
  expect(await bring(deck, one)).toBe(true)
  expect(await backend.session().now()).toBe(one.clock.at)
  const call = one.world.calls[0]?.ref ?? ''
  const steps: readonly Step[] = [
    { do: 'ask', op: 'look', call },
    { do: 'clock', to: { goal: 'link-end', call, offsetMs: -1 } },
    {
      do: 'disturb',
      disturbance: { id: 'd', effect: { kind: 'status', status: 503, told: 'untold' }, on: {}, skip: 0 },
    },
    { do: 'ask', op: 'look', call },
    { do: 'calm' },
    { do: 'deliver' },
    { do: 'ask', op: 'look', call },
  ]
  for (const step of steps) await perform(deck, one, step)
  const journal = await backend.session().journal()
  expect(journal.map(({ response }) => response.status)).toEqual([200, 503, 200])
  const [link] = journal.flatMap(({ grants }) => grants)
  expect((journal.at(-1)?.at ?? 0) + 1).toBe(link?.until)
})

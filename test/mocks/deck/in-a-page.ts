import { type Deck, openDeck } from '../../../mocks/deck/controller.ts'
import { pageLine } from '../../../mocks/hosts/page-line.ts'
import type { BackendOptions } from '../../../mocks/sandboxes.ts'
import { aBackend } from '../a-backend.ts'

/** A deck over a session in this process, that was looked at once; it beats only when it is told to. */
export const aDeck = async (options: Partial<BackendOptions> = {}) => {
  const made = aBackend(options)
  const deck: Deck = openDeck(pageLine(made.backend), made.clock.real)
  await deck.refresh()
  return { ...made, deck }
}

/** Waits until something holds, as others do their part; a test's own time limit ends it otherwise. */
export const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve))
}

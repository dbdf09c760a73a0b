import fc from 'fast-check'
import { fixedIds } from '../../../mocks/scenarios/refs.ts'
import { ask, keyHeaders } from '../../../mocks/vendors/ask.ts'
import { vendors } from '../../../mocks/vendors/index.ts'
import { aBackend } from '../a-backend.ts'
import { hostileBytes, mangledTexts } from '../arbitraries/texts.ts'
import { checkAnswer } from '../check-answer.ts'
import { defineTarget, nothingToClose } from '../target.ts'

/** A key as somebody might guess it: nearly right, another vendor's, or minted for another sandbox. */
interface Guess {
  readonly vendor: string
  readonly key: string
  readonly sandbox: string | undefined
  /** Whether the key minted for Ann's sandbox stands in its place. */
  readonly minted: boolean
  readonly spoilt: readonly [at: number, put: string]
}

const own = vendors.map(({ credential }) => credential?.defaultKey ?? '').filter((key) => key !== '')

const inputs = (): fc.Arbitrary<Guess> =>
  fc.record({
    vendor: fc.constantFrom(...vendors.map(({ id }) => id)),
    key: fc.oneof(
      mangledTexts(fc.constantFrom(...own), 2),
      fc.constantFrom(...own.map((key) => key.replace('playhead', 'stranger'))),
      hostileBytes(),
    ),
    sandbox: fc.constantFrom(undefined, 'ann', 'bob'),
    minted: fc.boolean(),
    spoilt: fc.tuple(fc.nat(15), fc.constantFrom('', 'a', 'b', '2', 'A', 'aa')),
  })

export const keys = defineTarget<Guess>({
  name: 'keys',
  says: 'Whatever key is guessed: only the account’s own opens its calls, and one that was minted only its own sandbox.',
  share: 90,
  inputs,
  open: async () => {
    const backend = aBackend()
    const minted = await backend.mint('ann')
    return {
      run: async (guess) => {
        const vendor = vendors.find(({ id }) => id === guess.vendor)
        const operation = vendor?.operations[0]
        const ann = minted[guess.vendor]
        if (!vendor || !operation || ann === undefined)
          throw new Error('A vendor has an operation and a key.')
        const [at, put] = guess.spoilt
        const nearly = ann.slice(0, at) + put + ann.slice(at + put.length)
        const key = guess.minted ? nearly : guess.key
        const id = `${fixedIds('playable')[vendor.id]}`
        const asked = vendor.credential
          ? ask(vendor, operation, id, keyHeaders(vendor, key))
          : ask(vendor, operation, guess.minted ? `${id}-${key}` : id)
        const prefix = guess.sandbox === undefined ? '' : `/~${guess.sandbox}`
        const answer = await backend.answer('api', { ...asked, path: `${prefix}${asked.path}` })
        // A vendor's rate limit tells nothing of a key that is none.
        const came = checkAnswer(answer, 'GET')
        const opens =
          key.trim() === vendor.credential?.defaultKey ||
          (key.trim() === ann && (guess.sandbox ?? 'ann') === 'ann') ||
          (vendor.credential === undefined && !guess.minted)
        if (came === 'taken' && !opens) throw new Error(`${JSON.stringify(key)} opens ${vendor.id}.`)
        if (answer.status === 401 && opens && key === key.trim())
          throw new Error(`${JSON.stringify(key)} does not open ${vendor.id}.`)
        return came
      },
      close: nothingToClose,
    }
  },
})

import fc from 'fast-check'
import { parseJson } from '../../../bin/read-json.ts'
import { cases as goodCases } from '../../../contracts/arbitraries/cases.ts'
import { parseCase } from '../../../contracts/case.ts'
import { vendors } from '../../../mocks/vendors/index.ts'
import { mangledJson } from '../arbitraries/mangled-json.ts'
import { mangledTexts } from '../arbitraries/texts.ts'
import { cameOf } from '../refused-by.ts'
import { defineTarget, nothingToClose } from '../target.ts'

/** A few hundred drawn beforehand: to draw a case takes longer than to read it. */
const drawn = fc.sample(
  fc.constantFrom(...vendors.map(({ id }) => id)).chain((vendor) => goodCases(vendor)),
  { seed: 1, numRuns: 200 },
)

/** Short enough that one change in it is likely to matter. */
export const someCases = (): fc.Arbitrary<unknown> =>
  fc.constantFrom(...drawn).map((one) => ({ ...one, steps: one.steps.slice(0, 6) }))

const inputs = (): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 3, arbitrary: mangledJson(someCases(), 2).map((json) => JSON.stringify(json)) },
    { weight: 1, arbitrary: mangledTexts(someCases().map((json) => JSON.stringify(json))) },
  )

export const cases = defineTarget<string>({
  name: 'cases',
  says: 'Whatever a case file holds: it is read, and then survives being written, or refused with the place and the cure.',
  share: 50,
  inputs,
  open: () => ({
    run: (text) =>
      cameOf(
        () => parseCase(parseJson(text, 'case.json')),
        (read) => {
          const again = JSON.stringify(parseCase(JSON.parse(JSON.stringify(read))))
          if (again !== JSON.stringify(read)) throw new Error('Written and read again, it is another case.')
        },
      ),
    close: nothingToClose,
  }),
})

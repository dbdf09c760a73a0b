import fc from 'fast-check'
import { parseDocument } from '../../../bin/drift/parse-document.ts'
import { compareDocuments } from '../../../contracts/drift/compare-documents.ts'
import { checkDocument } from '../../../contracts/drift/document/check-document.ts'
import { everything } from '../../../contracts/drift/in-use.ts'
import { pairs } from '../../contracts/drift/pairs/index.ts'
import { mangledJson } from '../arbitraries/mangled-json.ts'
import { mangledTexts } from '../arbitraries/texts.ts'
import { refusedBy } from '../refused-by.ts'
import { defineTarget, nothingToClose } from '../target.ts'

const all = Object.values(pairs).flat()

/** Two documents as texts: what one was, and what became of the other. */
interface Two {
  readonly good: string
  readonly bad: string
  readonly swapped: boolean
}

const inputs = (): fc.Arbitrary<Two> =>
  fc.constantFrom(...all).chain(({ base, head }) =>
    fc.record({
      good: fc.constant(JSON.stringify(base)),
      bad: fc.oneof(
        { weight: 5, arbitrary: mangledJson(fc.constant(head)).map((json) => JSON.stringify(json)) },
        { weight: 1, arbitrary: mangledTexts(fc.constant(JSON.stringify(head))) },
        { weight: 1, arbitrary: mangledTexts(fc.constant(yamlOf(head))) },
      ),
      swapped: fc.boolean(),
    }),
  )

/** JSON is YAML behind a comment. */
const yamlOf = (value: object): string => `# a document\n${JSON.stringify(value, undefined, 1)}\n`

const document = async (text: string, name: string) =>
  checkDocument((await parseDocument({ name, text })).json, name)

export const documents = defineTarget<Two>({
  name: 'documents',
  says: 'Whatever an OpenAPI document holds: it is compared, or refused with the place and the cure.',
  share: 20,
  inputs,
  open: () => ({
    run: async ({ good, bad, swapped }) => {
      try {
        const [base, head] = swapped ? [bad, good] : [good, bad]
        compareDocuments(await document(base, 'base'), await document(head, 'head'), { inUse: everything })
      } catch (error) {
        return refusedBy(error)
      }
      return 'taken'
    },
    close: nothingToClose,
  }),
})

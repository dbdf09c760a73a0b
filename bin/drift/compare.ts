import { compareDocuments } from '../../contracts/drift/compare-documents.ts'
import type { DriftReport } from '../../contracts/drift/drift-report.ts'
import { everything, type InUse, namedOperations, recordingsOf } from '../../contracts/drift/in-use.ts'
import { placeLines } from '../../contracts/drift/place-lines.ts'
import { PlayheadError } from '../../mocks/world/error.ts'
import type { CommandContext } from '../command.ts'
import { isOn } from '../text-of.ts'
import { failOnOf } from './fail-on.ts'
import { type ReadDocument, readDocument } from './read-document.ts'
import { mostPlacesTold } from './reporting.ts'

const sourceOf = (values: CommandContext['values'], side: 'base' | 'head'): string => {
  const given = values[side]
  const sources = (Array.isArray(given) ? given : [given]).filter((one) => typeof one === 'string')
  const [source] = sources
  if (source !== undefined && sources.length === 1) return source
  if (sources.length > 1)
    throw new PlayheadError({
      code: 'conflicting-options',
      act: `Cannot compare with ${sources.length} documents at once`,
      cure: `Give --${side} once.`,
    })
  throw new PlayheadError({
    code: 'missing-option',
    act: `Cannot compare without --${side}`,
    cure: 'Write playhead drift --base OLD --head NEW, each a file or an address; or playhead drift check for the vendors.',
  })
}

const operationsOf = (values: CommandContext['values']): readonly string[] =>
  Array.isArray(values.operation) ? values.operation.map(String) : []

const inUseOf = ({ values }: CommandContext, base: ReadDocument, head: ReadDocument): InUse => {
  const named = operationsOf(values)
  if (isOn(values, 'all-operations')) {
    if (named.length > 0)
      throw new PlayheadError({
        code: 'conflicting-options',
        act: 'Cannot use --all-operations and --operation together',
        cure: 'Keep one of them.',
      })
    return everything
  }
  return named.length > 0
    ? namedOperations(named, base.document, head.document)
    : recordingsOf(base.document, head.document)
}

/**
 * Compares two documents by the options of `playhead drift`.
 * @throws PlayheadError of any document that cannot be used; `missing-option`, `conflicting-options`, `unknown-operation`
 */
export const compareTwo = async (context: CommandContext): Promise<DriftReport> => {
  const { values, err } = context
  const [base, head] = [sourceOf(values, 'base'), sourceOf(values, 'head')]
  const [failOn, most] = [failOnOf(values), mostPlacesTold(values)]
  const [was, is] = [await readDocument(base, context), await readDocument(head, context)]
  const inUse = inUseOf(context, was, is)
  if (inUse === everything && !isOn(values, 'all-operations'))
    err('Neither document has an operation about recordings, so all of them are compared.')
  const compared = compareDocuments(was.document, is.document, { inUse })
  const comparison = placeLines(compared, was.places, is.places, most)
  const subject = { base: was.document.name, head: is.document.name, comparison, accepted: [], problems: [] }
  return { subjects: [subject], failOn }
}

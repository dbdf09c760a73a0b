import { PlayheadError } from '../../mocks/world/error.ts'
import type { Comparison } from './change.ts'
import { compareHeads } from './compare-heads.ts'
import type { ApiDocument } from './document/api-document.ts'
import { tangled } from './document/tangled.ts'
import type { Found } from './found.ts'
import { type Gathered, gather } from './gather.ts'
import { worstOf } from './grade.ts'
import { type InUse, recordingsOf } from './in-use.ts'
import { compareOperation } from './operations/compare-operation.ts'
import { asClient, asServer, type Documents } from './operations/documents.ts'
import { matchOperations } from './operations/match-operations.ts'
import { type ApiOperation, titleOf } from './operations/operation.ts'
import { driftRules, type RuleId } from './rules/index.ts'
import { schemaComparison } from './schemas/comparison.ts'

/** What a comparison may be told. */
export interface CompareOptions {
  /** @default the operations about recordings; all of them where there is none */
  readonly inUse?: InUse
}

interface Compared {
  readonly operation: ApiOperation
  readonly found: readonly Found[]
  /** Whether a reference in it leads nowhere, so that nothing can be said. */
  readonly isBroken?: boolean
}

const alone = (
  operation: ApiOperation,
  rules: Readonly<Record<ApiOperation['kind'], RuleId>>,
  side: 'base' | 'head',
): Compared => ({
  operation,
  found: [
    {
      rule: rules[operation.kind],
      place: [],
      [side]: { at: operation.operation.at, value: titleOf(operation) },
    },
  ],
})

const removed = { operation: 'operation-removed', webhook: 'webhook-removed' } as const
const added = { operation: 'operation-added', webhook: 'webhook-added' } as const
const spare = { operation: 'duplicate-path-removed', webhook: 'duplicate-path-removed' } as const

/** Compares all operations; a broken reference matters only where it is in use. */
const compareAll = (base: ApiDocument, head: ApiDocument, inUse: InUse): readonly Compared[] => {
  const matched = matchOperations(base, head)
  const used: Documents = { base, head, compare: schemaComparison(base, head) }
  const unused: Documents = { base, head, compare: schemaComparison(base, head, { texts: false }) }
  const kept = matched.pairs.map(([was, is]): Compared => {
    const roles = was.kind === 'webhook' ? asServer : asClient
    if (inUse(was) || inUse(is)) return { operation: was, found: compareOperation(used, roles, was, is) }
    try {
      return { operation: was, found: compareOperation(unused, roles, was, is) }
    } catch (error) {
      if (!(error instanceof PlayheadError && error.code === 'bad-reference')) throw error
      return { operation: was, found: [], isBroken: true }
    }
  })
  return [
    ...kept,
    ...matched.gone.map((one) => alone(one, removed, 'base')),
    ...matched.spare.map((one) => alone(one, spare, 'base')),
    ...matched.added.map((one) => alone(one, added, 'head')),
  ]
}

const worstIn = (all: readonly Compared[]) =>
  worstOf(all.flatMap(({ found }) => found.map(({ rule }) => driftRules[rule].grade)))

/**
 * Compares two documents for a client that consumes the API.
 * @throws PlayheadError `bad-reference`, `hostile-document`
 * @example compareDocuments(checkDocument(pinned, 'pinned'), checkDocument(newer, 'newer')).worst // 'breaking'
 */
export const compareDocuments = (
  base: ApiDocument,
  head: ApiDocument,
  options: CompareOptions = {},
): Comparison => {
  try {
    return compared(base, head, options)
  } catch (error) {
    // Schemas that lead to each other can be followed deeper than any program can.
    throw error instanceof RangeError ? tangled(head) : error
  }
}

const compared = (base: ApiDocument, head: ApiDocument, options: CompareOptions): Comparison => {
  const inUse = options.inUse ?? recordingsOf(base, head)
  const all = compareAll(base, head, inUse)
  const used = all.filter(({ operation }) => inUse(operation))
  const others = all.filter(({ operation }) => !inUse(operation))
  const gathered: readonly Gathered[] = [
    ...used.flatMap(({ operation, found }) => found.map((one) => ({ operation, found: one }))),
    ...compareHeads(base, head).map((found) => ({ operation: undefined, found })),
  ]
  const changes = gather(gathered)
  return {
    worst: worstOf(changes.map(({ grade }) => grade)),
    changes,
    operations: used.map(({ operation }) => titleOf(operation)),
    elsewhere: {
      operations: others.length,
      changed: others.filter(({ found }) => found.length > 0).length,
      broken: others.filter(({ isBroken }) => isBroken).length,
      worst: worstIn(others),
    },
  }
}

import { under } from '../document/located.ts'
import { type Found, within } from '../found.ts'
import type { RuleId } from '../rules/index.ts'
import { comparedProse } from '../schemas/compared-prose.ts'
import { asServer, type Documents, type Roles } from './documents.ts'
import { type ApiOperation, callbacksOf, operationIdOf, titleOf } from './operation.ts'
import { compareParameters } from './parameters.ts'
import { compareRequestBody } from './request-body.ts'
import { compareSecurity } from './security.ts'
import { compareServers } from './servers.ts'
import { compareStatuses } from './statuses.ts'

const compareNames = (base: ApiOperation, head: ApiOperation): readonly Found[] => {
  const told = (rule: RuleId, key: string): Found => ({
    rule,
    place: [],
    base: { at: base.operation.at, value: under(base.operation, key).value ?? null },
    head: { at: head.operation.at, value: under(head.operation, key).value ?? null },
  })
  const id = operationIdOf(base)
  const isDeprecated = ({ operation }: ApiOperation): boolean => under(operation, 'deprecated').value === true
  return [
    ...(id !== undefined && operationIdOf(head) !== undefined && id !== operationIdOf(head)
      ? [told('operation-renamed', 'operationId')]
      : []),
    ...(!isDeprecated(base) && isDeprecated(head) ? [told('operation-deprecated', 'deprecated')] : []),
  ]
}

const comparePath = (base: ApiOperation, head: ApiOperation): readonly Found[] =>
  base.path.replace(/[^{}/]+(?=\})/g, '') === head.path.replace(/[^{}/]+(?=\})/g, '') &&
  base.path !== head.path
    ? [
        {
          rule: 'path-parameter-renamed',
          place: [],
          base: { at: base.item.at, value: base.path },
          head: { at: head.item.at, value: head.path },
        },
      ]
    : []

const compareCallbacks = (documents: Documents, base: ApiOperation, head: ApiOperation): readonly Found[] => {
  const keyOf = ({ method, path }: ApiOperation): string => `${method} ${path}`
  const after = new Map(callbacksOf(documents.head, head).map((one) => [keyOf(one), one]))
  const before = callbacksOf(documents.base, base)
  const kept = before.flatMap((was): readonly Found[] => {
    const is = after.get(keyOf(was))
    after.delete(keyOf(was))
    return is
      ? within(titleOf(was), compareOperation(documents, asServer, was, is))
      : [
          {
            rule: 'webhook-removed',
            place: [titleOf(was)],
            base: { at: was.operation.at },
            head: { at: head.operation.at },
          },
        ]
  })
  const added = [...after.values()].map(
    (is): Found => ({
      rule: 'webhook-added',
      place: [titleOf(is)],
      base: { at: base.operation.at },
      head: { at: is.operation.at },
    }),
  )
  return [...kept, ...added]
}

/** Compares one operation, or one webhook, of two documents. */
export const compareOperation = (
  documents: Documents,
  roles: Roles,
  base: ApiOperation,
  head: ApiOperation,
): readonly Found[] => [
  ...compareNames(base, head),
  ...comparePath(base, head),
  ...(roles === asServer ? [] : compareSecurity(documents, base, head)),
  ...(roles === asServer ? [] : compareServers(documents, base, head)),
  ...(roles === asServer ? [] : compareParameters(documents, base, head)),
  ...compareRequestBody(documents, roles, base, head),
  ...compareStatuses(documents, roles, base, head),
  ...compareCallbacks(documents, base, head),
  ...comparedProse(base.operation, head.operation),
]

import type { Json } from '../../../mocks/world/json.ts'
import { type ApiDocument, meant } from '../document/api-document.ts'
import { entriesOf, type Located, under } from '../document/located.ts'
import { type Found, within } from '../found.ts'
import type { RuleId } from '../rules/index.ts'
import { isHarmful } from '../schemas/weigh.ts'
import type { Documents, Roles } from './documents.ts'
import { compareHeaders } from './headers.ts'
import { compareContent } from './media.ts'
import type { ApiOperation } from './operation.ts'

/** The responses of an operation, by status. */
export type Responses = ReadonlyMap<string, Located>

/** What a document says that an operation answers. */
export const responsesOf = (document: ApiDocument, { operation }: ApiOperation): Responses =>
  new Map(
    entriesOf(under(operation, 'responses'))
      .filter(([status]) => /^([1-5](\d\d|XX)|default)$/i.test(status))
      .map(([status, response]) => [status.toUpperCase(), meant(document, response)]),
  )

/** Whether a status is one of success. */
export const isSuccess = (status: string): boolean => /^2/.test(status)

/**
 * The response that a status is answered by: its own, its range's, else the one for all others, which stands for success
 * where no other does.
 */
export const answering = (responses: Responses, status: string): Located | undefined => {
  const own = responses.get(status) ?? responses.get(`${status[0]}XX`)
  if (own) return own
  const hasSuccess = [...responses.keys()].some(isSuccess)
  return isSuccess(status) && hasSuccess ? undefined : responses.get('DEFAULT')
}

/** Whether a status is neither success nor failure. */
export const isRedirect = (status: string): boolean => /^[13]/.test(status)

const comparedResponse = (
  documents: Documents,
  { answered }: Roles,
  was: Located,
  is: Located,
): readonly Found[] => [
  ...(answered === 'response' ? compareHeaders(documents, was, is) : []),
  ...compareContent({ ...documents, direction: answered }, was, is),
  ...comparedTexts(was, is),
]

const comparedTexts = (was: Located, is: Located): readonly Found[] => {
  const text = (response: Located): Json | undefined => under(response, 'description').value
  const line = (value: Json | undefined): string =>
    String(value ?? '')
      .replace(/\s+/g, ' ')
      .trim()
  return line(text(was)) === line(text(is))
    ? []
    : [
        {
          rule: 'text-changed',
          place: [],
          base: { at: was.at, value: text(was) ?? '' },
          head: { at: is.at, value: text(is) ?? '' },
        },
      ]
}

/** Whether whoever reads the successes that were can read another: some success of before had such a body. */
const readsLike = (documents: Documents, before: Responses, is: Located): boolean =>
  [...before]
    .filter(([status]) => isSuccess(status))
    .some(([, was]) => !isHarmful(compareContent({ ...documents, direction: 'response' }, was, is)))

const addedRule = (documents: Documents, before: Responses, status: string, is: Located): RuleId => {
  if (isRedirect(status)) return 'unlike-success-status-added'
  if (!isSuccess(status)) return 'error-status-added'
  return readsLike(documents, before, is) ? 'success-status-added' : 'unlike-success-status-added'
}

/** Compares what an operation answers, status by status. */
export const compareStatuses = (
  documents: Documents,
  roles: Roles,
  base: ApiOperation,
  head: ApiOperation,
): readonly Found[] => {
  const [before, after] = [responsesOf(documents.base, base), responsesOf(documents.head, head)]
  const told = (rule: RuleId, status: string): Found => ({
    rule,
    place: [status.toLowerCase()],
    base: {
      at: before.get(status)?.at ?? base.operation.at,
      ...(before.has(status) ? { value: status } : {}),
    },
    head: { at: after.get(status)?.at ?? head.operation.at, ...(after.has(status) ? { value: status } : {}) },
  })
  /** What stood for a range is left where one of it is. */
  const ofRange = (status: string): readonly Located[] =>
    /XX$/.test(status) ? [...after].filter(([one]) => one[0] === status[0]).map(([, one]) => one) : []
  const kept = [...before].flatMap(([status, was]): readonly Found[] => {
    const own = answering(after, status)
    const left = own ? [own] : ofRange(status)
    if (left.length > 0)
      return left.flatMap((is) => within(status.toLowerCase(), comparedResponse(documents, roles, was, is)))
    // What a client answers to a webhook is its own affair, as long as the vendor takes it.
    if (roles.answered === 'request') return isSuccess(status) ? [told('webhook-answer-removed', status)] : []
    return [told(isSuccess(status) ? 'success-status-removed' : 'error-status-removed', status)]
  })
  /** What a new status was answered by before it had a response of its own. */
  const answeredBefore = (status: string): readonly Located[] => {
    if (!/XX$/.test(status)) return [answering(before, status)].filter((one) => one !== undefined)
    return [...before].filter(([one]) => one[0] === status[0]).map(([, one]) => one)
  }
  const added = [...after].flatMap(([status, is]): readonly Found[] => {
    if (before.has(status) || roles.answered === 'request') return []
    const was = answeredBefore(status)
    const [first] = was
    if (first === undefined) return [told(addedRule(documents, before, status, is), status)]
    // What stands for several statuses was compared with each of them.
    return was.length > 1 || /XX$/.test(status)
      ? []
      : within(status.toLowerCase(), comparedResponse(documents, roles, first, is))
  })
  return [...kept, ...added]
}

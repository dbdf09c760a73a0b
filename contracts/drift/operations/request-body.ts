import { isObject } from '../../../mocks/world/json.ts'
import { meant } from '../document/api-document.ts'
import { under } from '../document/located.ts'
import { type Found, within } from '../found.ts'
import type { RuleId } from '../rules/index.ts'
import type { Documents, Roles } from './documents.ts'
import { compareContent } from './media.ts'
import type { ApiOperation } from './operation.ts'

/** Compares the body that an operation is asked with. */
export const compareRequestBody = (
  documents: Documents,
  { asked }: Roles,
  base: ApiOperation,
  head: ApiOperation,
): readonly Found[] => {
  const was = meant(documents.base, under(base.operation, 'requestBody'))
  const is = meant(documents.head, under(head.operation, 'requestBody'))
  const told = (rule: RuleId): Found => ({ rule, place: ['body'], base: { at: was.at }, head: { at: is.at } })
  const [had, has] = [isObject(was.value), isObject(is.value)]
  const [needed, needs] = [was, is].map((body) => under(body, 'required').value === true)
  // What a webhook brings is read as an answer is: whether it must bring it is the vendor's affair.
  if (!had && has)
    return asked === 'response'
      ? []
      : [told(needs ? 'required-request-body-added' : 'optional-request-body-added')]
  if (had && !has)
    return [told(asked === 'response' ? 'response-media-type-removed' : 'request-body-removed')]
  const necessity: readonly Found[] =
    needed === needs || asked === 'response'
      ? []
      : [told(needs ? 'request-body-became-required' : 'request-body-became-optional')]
  return [...necessity, ...within('body', compareContent({ ...documents, direction: asked }, was, is))]
}

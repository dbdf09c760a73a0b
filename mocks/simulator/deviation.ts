import type { Vendor } from '../vendors/define.ts'
import type { Deviation } from '../world/deviation.ts'
import type { Effect } from '../world/disturbance.ts'
import type { WireResponse } from '../world/exchange.ts'

/** Whether some object schema in a schema takes no fields but its own. */
const isClosed = (schema: unknown): boolean =>
  typeof schema === 'object' &&
  schema !== null &&
  (('additionalProperties' in schema && schema.additionalProperties === false) ||
    Object.values(schema).some(isClosed))

/** Whether a schema lists the words a recording's status may have. */
const listsStatuses = (schema: unknown): boolean =>
  typeof schema === 'object' &&
  schema !== null &&
  (('enum' in schema && Array.isArray(schema.enum) && schema.enum.includes('completed')) ||
    Object.values(schema).some(listsStatuses))

/**
 * Which parts of a vendor's document an effect breaks. Declared, not found out: an independent validator refuses
 * exactly the answers for which this is not empty.
 * @param response the answer with the effect applied
 */
export const deviationsOf = (
  effect: Effect,
  vendor: Vendor,
  operation: string,
  response: WireResponse,
): readonly Deviation[] => {
  const documented = vendor.responses[operation]?.[response.status]
  const status: readonly Deviation[] = documented ? [] : ['status']
  switch (effect.kind) {
    case 'status':
    case 'redirect':
      return status
    case 'reset':
    case 'truncate':
    case 'silence':
      return ['transport']
    case 'content-type':
      return isJson(effect.to) ? status : [...status, 'content-type']
    case 'body':
      return [
        ...status,
        ...(effect.as === 'html' || effect.as === 'xml' ? (['content-type'] as const) : []),
        'body',
      ]
    case 'new-fields':
      return hasSegments(response) && isClosed(documented?.schema) ? ['body'] : []
    case 'hollow':
      return response.status === 200 ? ['body'] : []
    case 'unknown-status':
      return hasSegments(response) && listsStatuses(documented?.schema) ? ['body'] : []
    default:
      return []
  }
}

/** Whether there is an item for a closed item schema to refuse: an empty list stays valid. */
const hasSegments = ({ status, body }: WireResponse): boolean =>
  status === 200 && typeof body === 'string' && body.includes('"id"')

/** Whether a media type, parameters or not, is the one that every document here lists (RFC 9110 section 8.3.1). */
const isJson = (type: string): boolean =>
  /^application\/json\s*(;\s*[\w!#$%&'*+.^`|~-]+=([\w!#$%&'*+.^`|~-]+|"[^"\\]*")\s*)*$/i.test(type)

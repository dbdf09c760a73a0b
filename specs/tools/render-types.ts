import openapiTS, { astToString } from 'openapi-typescript'
import type { JsonObject } from '../../mocks/world/json.ts'
import { operationsOf } from './operations.ts'

const bodies = `
type BodyOf<Response> = Response extends { readonly content: { readonly 'application/json': infer Body } } ? Body : never

/** operationId, then status: the JSON body, such as Bodies['getCallRecording'][200]. */
export type Bodies = {
  readonly [Operation in keyof operations]: {
    readonly [Status in keyof operations[Operation]['responses']]: BodyOf<operations[Operation]['responses'][Status]>
  }
}
`

const alias = (role: string, operationId: string): string => `
/** status: the JSON body of ${operationId}. */
export type ${role.charAt(0).toUpperCase()}${role.slice(1)}Bodies = Bodies[${JSON.stringify(operationId)}]
`

/** Writes types.ts: a document as types, with short names for the bodies. */
export const renderTypes = async (document: JsonObject): Promise<string> => {
  const ast = await openapiTS(JSON.stringify(document), {
    immutable: true,
    emptyObjectsUnknown: true,
    silent: true,
  })
  const named = operationsOf(document)
  const aliases = named.flatMap(({ role, operationId }) =>
    role === undefined ? [] : [alias(role, operationId)],
  )
  return [astToString(ast), ...(named.length > 0 ? [bodies] : []), ...aliases].join('')
}

import { isObject, type Json, type JsonObject, pointer } from '../../mocks/world/json.ts'

/** Something in a document that nobody published. */
export interface Assumption {
  /** A JSON Pointer to what is assumed. */
  readonly pointer: string
  readonly reason: string
}

const childrenOf = (value: Json): [string | number, Json][] =>
  Array.isArray(value) ? [...value.entries()] : isObject(value) ? Object.entries(value) : []

/** Lists what a document marks with `x-assumed`, each with its `x-reason`, in the document's order. */
export const assumptionsOf = (document: JsonObject): Assumption[] => {
  const found: Assumption[] = []
  const visit = (value: Json, path: readonly (string | number)[]): void => {
    if (isObject(value) && value['x-assumed'] === true) {
      found.push({ pointer: pointer(path), reason: String(value['x-reason'] ?? '') })
    }
    for (const [key, child] of childrenOf(value)) visit(child, [...path, key])
  }
  visit(document, [])
  return found
}

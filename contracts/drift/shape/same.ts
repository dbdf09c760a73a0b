import { isObject, type Json, type JsonObject } from '../../../mocks/world/json.ts'
import { type ApiDocument, targetOf } from '../document/api-document.ts'

/** Tells whether two values of two documents are written alike, what they refer to included; the order of keys is nothing. */
export type Same = (base: Json | undefined, head: Json | undefined) => boolean

/** Keys under which only people read. */
const forPeople = new Set(['title', 'description', 'example', 'examples', 'externalDocs', 'summary'])

/** Keys under which stand names, which may be any of those words. */
const named = new Set(['properties', 'patternProperties', 'dependentSchemas'])

/**
 * Two documents’ {@link Same}: what one reference means is looked at once.
 * @param texts whether what only people read counts
 */
export const sameIn = (base: ApiDocument, head: ApiDocument, texts: boolean): Same => {
  const referred = new Map<string, boolean>()
  const targets = (ref: string): boolean => {
    const known = referred.get(ref)
    if (known !== undefined) return known
    const before = new Set(referred.keys())
    // What refers to itself is the same where all else is.
    referred.set(ref, true)
    const isSame = same(targetOf(base, ref).value, targetOf(head, ref).value)
    // What was taken for the same only because this one was supposed to be has to be looked at again.
    if (!isSame) for (const [one, was] of referred) if (was && !before.has(one)) referred.delete(one)
    referred.set(ref, isSame)
    return isSame
  }
  const counts = (key: string, areNames: boolean): boolean =>
    texts || areNames || !(forPeople.has(key) || key.startsWith('x-'))
  const alikeObjects = (one: JsonObject, other: JsonObject, areNames: boolean): boolean => {
    let balance = 0
    for (const key in other) if (counts(key, areNames)) balance += 1
    for (const key in one) {
      if (!counts(key, areNames)) continue
      balance -= 1
      if (!Object.hasOwn(other, key) || !alike(one[key], other[key], !areNames && named.has(key)))
        return false
    }
    return balance === 0
  }
  const alike = (one: Json | undefined, other: Json | undefined, areNames: boolean): boolean => {
    if (typeof one !== 'object' || one === null) return one === other
    if (Array.isArray(one))
      return (
        Array.isArray(other) &&
        one.length === other.length &&
        one.every((member, n) => alike(member, other[n], false))
      )
    if (!isObject(one) || !isObject(other) || !alikeObjects(one, other, areNames)) return false
    return areNames || typeof one.$ref !== 'string' || targets(one.$ref)
  }
  const same: Same = (one, other) => alike(one, other, false)
  return same
}

import { PlayheadError, shown } from '../../../mocks/world/error.ts'
import { isObject, type Json, pointer } from '../../../mocks/world/json.ts'
import type { ApiDocument } from './api-document.ts'

/** Deeper than any document that somebody wrote. */
const deepest = 200
/** More values than any document that somebody wrote, and few enough to look at. */
const most = 2_000_000

/** Keywords under which stand examples and data, where a `$ref` is a word like any other. */
const data = new Set(['example', 'examples', 'default', 'const', 'enum'])

const hostile = (name: string, what: string, cure: string): PlayheadError =>
  new PlayheadError({ code: 'hostile-document', act: `Cannot use ${name}: ${what}`, cure })

const checkReference = (name: string, value: unknown, keys: readonly (string | number)[]): void => {
  if (typeof value !== 'string' || value.startsWith('#')) return
  throw new PlayheadError({
    code: 'remote-reference',
    act: `Cannot follow the reference ${shown(value)} in ${name} at ${pointer(keys)}: it leads out of the document`,
    cure: 'Bundle the document into one file first; nothing is ever fetched that was not named on the command line.',
  })
}

/** Looks at every value once, without going deeper than is safe, for what an {@link ApiDocument} says of all of itself. */
const look = (name: string, whole: Json): ApiDocument['leavesOut'] => {
  const leavesOut = new Set<string>()
  let seen = 0
  const keys: (string | number)[] = []
  const go = (value: Json, isData: boolean, isNames: boolean): void => {
    seen += 1
    if (keys.length > deepest)
      throw hostile(
        name,
        `it is nested more than ${deepest} deep at ${pointer(keys).slice(0, 120)}…`,
        'Give an OpenAPI document that somebody wrote.',
      )
    if (seen > most)
      throw hostile(
        name,
        `it holds more than ${most} values`,
        'Give a part of it that has the operations in use.',
      )
    if (typeof value !== 'object' || value === null) return
    for (const key of Array.isArray(value) ? value.keys() : Object.keys(value)) {
      const child = (value as Record<string | number, Json>)[key] as Json
      keys.push(key)
      if (key === 'readOnly' || key === 'writeOnly') leavesOut.add(key)
      if (key === '$ref' && !isData && !isNames) checkReference(name, child, keys)
      // A field may be called `example`: what stands under `properties` are names.
      const holdsData = isData || (!isNames && typeof key === 'string' && data.has(key))
      go(child, holdsData, !isNames && key === 'properties')
      keys.pop()
    }
  }
  go(whole, false, false)
  return leavesOut
}

/**
 * Takes something as an OpenAPI document of version 3.
 * @param name what it is called in errors, such as its file
 * @throws PlayheadError `not-openapi`, `remote-reference`, `hostile-document`
 */
export const checkDocument = (value: unknown, name: string): ApiDocument => {
  const json = value as Json
  if (!isObject(json) || !/^3\.\d/.test(String(json.openapi ?? '')))
    throw new PlayheadError({
      code: 'not-openapi',
      act: `Cannot use ${name}: ${isObject(json) ? `its word openapi is ${shown(json.openapi ?? json.swagger)}` : `it is ${shown(value)}`}, not 3.0 or 3.1`,
      cure: 'Give an OpenAPI document of version 3.0 or 3.1, as YAML, JSON or a page with one in a fence.',
    })
  return { json, name, leavesOut: look(name, json) }
}

import { PlayheadError, shown } from '../../../mocks/world/error.ts'
import { type Json, type JsonObject, pointedAt } from '../../../mocks/world/json.ts'
import { holdsObject, type Located } from './located.ts'

/** An OpenAPI document, known to be sound by {@link checkDocument}. */
export interface ApiDocument {
  readonly json: JsonObject
  /** What it is called in errors: a file's name. */
  readonly name: string
  /** Of the words by which a field is left out of what is sent or answered, those that stand in it anywhere. */
  readonly leavesOut: ReadonlySet<string>
}

/** A whole document as a part of itself. */
export const rootOf = ({ json }: ApiDocument): Located<JsonObject> => ({ value: json, at: '' })

/** Says that a reference of a document cannot be followed. */
export const badReference = (name: string, ref: string, why: string): PlayheadError =>
  new PlayheadError({
    code: 'bad-reference',
    act: `Cannot follow the reference ${shown(ref)} in ${name}: ${why}`,
    cure: 'Point it at a part of the same document that does not contain it; a part that is missing may mean that the document was cut off.',
  })

/** The part of a document that a reference points at. @throws PlayheadError `bad-reference` */
export const targetOf = (document: ApiDocument, ref: string): Located<Json> => {
  const at = decoded(ref.slice(1))
  const value = ref.startsWith('#') ? pointedAt(document.json, at) : undefined
  if (value === undefined) throw badReference(document.name, ref, 'nothing stands there')
  return { value, at }
}

const decoded = (fragment: string): string => {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

/**
 * What a part means where it is a reference, or a chain of them; any other part is returned as it is.
 * @throws PlayheadError `bad-reference`
 */
export const meant = (document: ApiDocument, part: Located): Located => {
  const seen = new Set<string>()
  let at = part
  while (holdsObject(at) && typeof at.value.$ref === 'string') {
    const { $ref } = at.value
    if (seen.has($ref)) throw badReference(document.name, $ref, 'it leads back to itself')
    seen.add($ref)
    at = targetOf(document, $ref)
  }
  return at
}

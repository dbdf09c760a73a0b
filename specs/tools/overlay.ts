import { jsonpath } from 'json-p3'
import { PlayheadError, shown } from '../../mocks/world/error.ts'
import { isObject, type Json, type JsonObject, pointedAt, pointer } from '../../mocks/world/json.ts'

/** One change: what it selects, why, and either what is merged in or that it goes. */
export interface OverlayAction {
  /** A JSONPath (RFC 9535) that selects objects or arrays. */
  readonly target: string
  readonly description?: string
  readonly update?: Json
  readonly remove?: boolean
}

/** An OpenAPI Overlay 1.0 document: https://spec.openapis.org/overlay/v1.0.0.html */
export interface Overlay {
  readonly overlay: string
  readonly info: { readonly title: string; readonly version: string }
  readonly extends?: string
  readonly actions: readonly OverlayAction[]
}

type Location = readonly (string | number)[]

const refuse = (action: OverlayAction, why: string, cure: string, cause?: unknown): never => {
  throw new PlayheadError({
    code: 'bad-overlay-action',
    act: `Cannot apply the overlay action on ${shown(action.target)}: ${why}`,
    cure,
    cause,
  })
}

const select = (document: JsonObject, action: OverlayAction): { value: Json; location: Location }[] => {
  try {
    return jsonpath
      .query(action.target, document)
      .nodes.map(({ value, location }) => ({ value: value as Json, location }))
  } catch (cause) {
    return refuse(
      action,
      'its target is not a JSONPath',
      'Write it as RFC 9535 says, such as $.paths.*.get.',
      cause,
    )
  }
}

/** Merges `update` into `target` in place: objects recursively, arrays by concatenation, anything else replaces. */
const merge = (target: JsonObject, update: JsonObject, action: OverlayAction): void => {
  for (const [key, value] of Object.entries(update)) {
    const held = Object.hasOwn(target, key) ? target[key] : undefined
    if (isObject(held) && isObject(value)) merge(held, value, action)
    else if (Array.isArray(held) && Array.isArray(value)) held.push(...structuredClone(value))
    else if (typeof held === 'object' && held !== null) {
      refuse(
        action,
        `${shown(key)} holds another kind of value`,
        'Remove what stands there first, then add the new value.',
      )
    } else target[key] = structuredClone(value)
  }
}

const removeAt = (document: JsonObject, location: Location, action: OverlayAction): void => {
  const last = location.at(-1)
  const parent = pointedAt(document, pointer(location.slice(0, -1)))
  if (Array.isArray(parent)) parent.splice(Number(last), 1)
  else if (isObject(parent) && last !== undefined) delete parent[last]
  else refuse(action, 'the whole document cannot be removed', 'Select a part of it.')
}

const applyAction = (document: JsonObject, action: OverlayAction): void => {
  const selected = select(document, action)
  if (selected.length === 0) {
    refuse(
      action,
      'nothing matches its target',
      'The document has moved on: mend the target, or drop the action.',
    )
  }
  // Later ones first, so that an index still means the element it was found at.
  for (const { value, location } of selected.reverse()) {
    if (typeof value !== 'object' || value === null) {
      refuse(
        action,
        'it selects a primitive value',
        'Overlay 1.0 changes objects and arrays: select the object that contains it.',
      )
    }
    if (action.remove === true) removeAt(document, location, action)
    else if (action.update === undefined)
      refuse(action, 'it neither updates nor removes', 'Give it update, or remove: true.')
    else if (Array.isArray(value)) value.push(structuredClone(action.update))
    else if (isObject(value) && isObject(action.update)) merge(value, action.update, action)
    else refuse(action, 'it merges a non-object into an object', 'Give update the properties to merge.')
  }
}

/**
 * Applies an overlay and returns the changed document; neither argument is touched. Actions run in order, each on the
 * result of the one before. Stricter than Overlay 1.0 in one thing: a target that matches nothing is an error, because
 * such an action has gone stale.
 * @throws PlayheadError `bad-overlay-action` naming the target.
 * @example applyOverlay({ a: { b: 1 } }, { overlay: '1.0.0', info, actions: [{ target: '$.a', update: { c: 2 } }] })
 */
export const applyOverlay = (document: JsonObject, overlay: Overlay): JsonObject => {
  const result = structuredClone(document)
  for (const action of overlay.actions) applyAction(result, action)
  return result
}

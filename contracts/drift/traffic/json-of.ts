import type { Json } from '../../../mocks/world/json.ts'

/** A text as JSON; undefined where it is none. */
export const jsonOf = (text: string): Json | undefined => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

import type { Json, JsonObject } from '../../../mocks/world/json.ts'
import type { Located } from '../document/located.ts'

/** A type of JSON but null, which a shape tells apart. */
export type TypeName = 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object'

/** A schema as it is written, its references followed; several of them hold together. */
export type Part = Located<JsonObject>

/** One of the kinds of values that a schema lets through: of one type, by one branch of its choices. */
export interface Alternative {
  /** `any` where nothing is said of the type. */
  readonly type: TypeName | 'any'
  /** Everything that is said of it, all of which holds. */
  readonly parts: readonly Part[]
  /** The values it is one of. */
  readonly words?: readonly Json[] | undefined
  /** The shared schema it comes from, where it is a branch that is one. */
  readonly name?: string | undefined
}

/** What a schema lets through, however it is written. */
export interface Shape {
  /** Where it is written. */
  readonly at: string
  /** Whether it may be null; true where nothing at all is said. */
  readonly nullable: boolean
  /** What else it may be; empty where it is null alone, or nothing. */
  readonly alternatives: readonly Alternative[]
  /** Whether exactly one of the alternatives must fit. */
  readonly exclusive: boolean
  /** Everything it is written in, branches and all, for what is read by people. */
  readonly parts: readonly Part[]
}

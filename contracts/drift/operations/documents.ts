import type { ApiDocument } from '../document/api-document.ts'
import type { SchemaComparison } from '../schemas/comparison.ts'
import type { Direction } from '../schemas/scope.ts'

/** Two documents, and how their schemas are compared. */
export interface Documents {
  readonly base: ApiDocument
  readonly head: ApiDocument
  readonly compare: SchemaComparison
}

/** Who sends and who answers: of a webhook the vendor sends and the client answers. */
export interface Roles {
  /** The direction of what the operation is asked with. */
  readonly asked: Direction
  readonly answered: Direction
}

/** An operation of the API, which the client asks. */
export const asClient: Roles = { asked: 'request', answered: 'response' }

/** A webhook or a callback, which the client is asked. */
export const asServer: Roles = { asked: 'response', answered: 'request' }

import type { Bodies, operations } from '../../generated/playhead/types.ts'
import type { Backend, Located } from '../sandboxes.ts'
import type { Session } from '../session.ts'
import type { WireRequest } from '../world/exchange.ts'

/** The operations of Playhead's own document. */
export type ControlOperation = keyof operations

/** What a control route is asked. */
export interface ControlAsk {
  readonly backend: Backend
  /** The session of the sandbox that is meant, made when it is first used. */
  readonly session: () => Session
  readonly located: Located
  /** The parameter of the path, decoded. */
  readonly parameter: string
  readonly query: URLSearchParams
  readonly request: WireRequest
  /** The body, where the document gives the operation one: any JSON. */
  readonly json: unknown
}

/** Text sent bit by bit until the reader leaves. */
export type Events = (signal: AbortSignal) => AsyncIterable<string>

/** A value as JSON takes it: a field that is undefined is not written. */
type Written<T> = T extends readonly (infer Item)[]
  ? readonly Written<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: Written<T[K]> | (object extends Pick<T, K> ? undefined : never) }
    : T

/** What an operation may answer: a status of its document with that status's body; a stream of events in its place. */
export type ControlAnswer<Id extends ControlOperation> =
  | {
      [Status in keyof Bodies[Id]]: { readonly status: Status; readonly body: Written<Bodies[Id][Status]> }
    }[keyof Bodies[Id]]
  | { readonly status: 200; readonly events: Events }

/** Answers one operation. @throws PlayheadError which is told to the client, the session being as it was */
export type ControlHandler<Id extends ControlOperation> = (ask: ControlAsk) => Promise<ControlAnswer<Id>>

/** The handlers of some operations: one file a resource. */
export type ControlHandlers<Id extends ControlOperation> = { readonly [One in Id]: ControlHandler<One> }

/** What a host sends. */
export interface ControlResponse {
  readonly status: number
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  readonly events?: Events
}

import type { Captured } from '../serve/captured.ts'
import type { Asked } from '../serve/load.ts'
import type { Program } from '../serve/spawned.ts'

/** What a peer is given to serve Quo's route with. */
export interface Given {
  /** Quo's document as published, a file. */
  readonly document: string
  /** What ours answers to the first request, for peers that send what they are told to. */
  readonly answer: Captured
  /** The first request. */
  readonly asked: Asked
  /** A folder of its own to leave files in. */
  readonly folder: string
}

/** Another server that someone would take for a mock of the same route. */
export interface Peer {
  readonly name: string
  /** @returns why it is not there, where it is not */
  readonly program: (given: Given) => Program | { readonly missing: string }
}

import { fileURLToPath } from 'node:url'
import { peers } from '../peers/peers.ts'
import { type Captured, captured } from './captured.ts'
import { floorOf } from './floor-of.ts'
import type { Asked } from './load.ts'
import { ours, source } from './ours.ts'
import { askedOf, quo } from './route.ts'
import { type Program, spawned } from './spawned.ts'

/** The peer that all others are compared with. */
export const bareNode = 'bare node'

/** A server that may be begun, or why it cannot be. */
export interface Entrant {
  readonly who: string
  readonly program: Program | { readonly missing: string }
}

/** Quo's document as it is published. */
const document = fileURLToPath(new URL('../../specs/quo/openapi.yaml', import.meta.url))

/** The peers on Quo's route, which leave their files in a folder. */
export const peersOn = (folder: string, answer: Captured, asked: Asked): readonly Entrant[] =>
  peers.map(({ name, program }) => ({ who: name, program: program({ document, answer, asked, folder }) }))

/** A call of the default world. */
const playable = askedOf('ACplayable')

/** What is begun, and with what. */
export interface Called {
  /** Where files are left. */
  readonly folder: string
  /** Our command as a file, or why there is none. */
  readonly command: { readonly file: string } | { readonly missing: string }
  /** Which of the peers. */
  readonly wanted: readonly string[]
  /** A world as a file, with the first call of {@link quo}; the default world where there is none. */
  readonly world?: string
}

/** Ours, a floor that sends what ours answers, and some of the peers. */
export const entrants = async ({ folder, command, wanted, world }: Called): Promise<readonly Entrant[]> => {
  const asked = world === undefined ? playable : quo.requests[0]
  const once = await spawned(ours(source, asked, world))
  const answer = await captured(once.origin, asked).finally(once.stop)
  return [
    { who: bareNode, program: floorOf('floor', folder, answer, asked) },
    { who: 'playhead', program: 'missing' in command ? command : ours(command.file, asked, world) },
    ...peersOn(folder, answer, asked).filter(({ who }) => wanted.includes(who)),
  ]
}

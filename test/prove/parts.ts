import { covering } from './covering.ts'
import { detection } from './detection.ts'
import { load } from './load.ts'
import { mutation } from './mutation.ts'
import { naive } from './naive.ts'
import type { Part } from './part.ts'
import { reference } from './right-clients.ts'
import { shrinking } from './shrinking.ts'
import { twins } from './twins.ts'

/** Every part of the proof, in the order of the page. */
export const parts: readonly Part[] = [
  detection,
  twins,
  reference,
  shrinking,
  covering,
  load,
  naive,
  mutation,
]

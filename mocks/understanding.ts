import type { Answer } from './simulator.ts'
import type { Soon } from './world/soon.ts'
import type { Touch, Usage } from './world/usage.ts'

/** One request understood: what it counts, and how it is answered once that is counted. */
export interface Understanding {
  readonly touch: Touch
  /** @param usage what had been counted before */
  answer(usage: Usage): Soon<Answer>
}

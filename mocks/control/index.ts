import { answers } from './answers.ts'
import { clock } from './clock.ts'
import type { ControlHandlers, ControlOperation } from './define.ts'
import { disturbances } from './disturbances.ts'
import { health } from './health.ts'
import { journal } from './journal.ts'
import { sandboxes } from './sandboxes.ts'
import { timeline } from './timeline.ts'
import { vendors } from './vendors.ts'
import { world } from './world.ts'

/** The registry: a handler for every operation of Playhead's document, which the compiler demands. */
export const handlers: ControlHandlers<ControlOperation> = {
  ...health,
  ...vendors,
  ...clock,
  ...world,
  ...disturbances,
  ...journal,
  ...sandboxes,
  ...timeline,
  ...answers,
}

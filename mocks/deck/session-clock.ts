import type { ClockState } from '../clock-verbs.ts'
import { type Instant, lastInstant } from '../world/instant.ts'

/** A clock as it was told at a moment of real time. */
export interface HeardClock extends Pick<ClockState, 'now' | 'mode' | 'speed'> {
  /** By the page's own clock, in milliseconds. */
  readonly heardAt: number
}

/** What it shows by now: a running clock goes on between two tellings. */
export const clockNow = ({ now, mode, speed, heardAt }: HeardClock, real: number): Instant =>
  mode === 'frozen' ? now : Math.min(lastInstant, Math.floor(now + Math.max(0, real - heardAt) * speed))

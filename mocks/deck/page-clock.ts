import { type ReadonlySignal, signal } from '@preact/signals'
import type { Instant } from '../world/instant.ts'
import type { ClockTold } from './line.ts'
import { clockNow, type HeardClock } from './session-clock.ts'

/** A session's clock as a page shows it: told now and then, and going on by itself in between. */
export interface PageClock {
  readonly clock: ReadonlySignal<HeardClock | undefined>
  /** What it shows, for what is drawn anew in every frame. */
  readonly now: ReadonlySignal<Instant>
  /** The same, a few times a second: for what is costly to draw. */
  readonly moment: ReadonlySignal<Instant>
  /** Reads the page's own clock: to be called in every frame. */
  tick(): void
  hear(told: Pick<ClockTold, 'now' | 'mode' | 'speed'>): void
}

const momentMs = 200

/** @param real the page's own clock, in milliseconds */
export const openPageClock = (real: () => number): PageClock => {
  const clock = signal<HeardClock | undefined>(undefined)
  const now = signal<Instant>(0)
  const moment = signal<Instant>(0)
  let drawnAt = 0

  const draw = (): void => {
    drawnAt = real()
    moment.value = now.value
  }

  const tick = (): void => {
    if (!clock.value) return
    now.value = clockNow(clock.value, real())
    if (clock.value.mode === 'frozen' || real() - drawnAt >= momentMs) draw()
  }

  const hear: PageClock['hear'] = ({ now: at, mode, speed }) => {
    clock.value = { now: at, mode, speed, heardAt: real() }
    now.value = at
    draw()
  }

  return { clock, now, moment, tick, hear }
}

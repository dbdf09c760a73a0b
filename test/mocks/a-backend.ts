import { type Backend, type BackendOptions, createBackend } from '../../mocks/sandboxes.ts'
import { type Instant, parseInstant } from '../../mocks/world/instant.ts'

/** When these tests begin, by real time. */
export const startedAt: Instant = parseInstant('2026-01-31T09:00:00Z')

export const origins = { api: 'http://127.0.0.1:4010', storage: 'http://127.0.0.1:4011' }

/** Real time that passes only when it is told to. */
export interface HandClock {
  readonly real: () => number
  pass(ms: number): void
}

export const handClock = (from: Instant = startedAt): HandClock => {
  let now = from
  return {
    real: () => now,
    pass: (ms) => {
      now += ms
    },
  }
}

/** Bytes that count up: every secret is another, and the same each time. */
export const countingBytes = (): ((bytes: number) => Uint8Array) => {
  let drawn = 0
  return (bytes) => Uint8Array.from({ length: bytes }, (_, i) => (i === 0 ? ++drawn : i * 7 + drawn))
}

/** A backend whose real time is in the test's hand. */
export const aBackend = (
  options: Partial<BackendOptions> = {},
): { readonly backend: Backend; readonly clock: HandClock } => {
  const clock = handClock()
  return {
    clock,
    backend: createBackend({ origins, real: clock.real, random: countingBytes(), ...options }),
  }
}

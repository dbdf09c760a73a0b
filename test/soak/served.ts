/** A server under a soak, in this process or in one of its own. */
export interface Served {
  readonly url: string
  /** Bytes in use once everything that nobody needs is gone. */
  readonly heap: () => Promise<number>
  /** What should never happen, and did. */
  readonly crashes: () => Promise<readonly string[]>
  readonly close: () => Promise<void>
}

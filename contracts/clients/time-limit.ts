import type { Bench } from '../client.ts'

/** Made once, for nobody looks at it. */
const done = new DOMException('The work is done.', 'AbortError')

/** Does some work that may take so long, and is aborted then, or with the caller. The abort's reason is not told apart. */
export const withTimeLimit = async <T>(
  bench: Bench,
  limitMs: number,
  outer: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> => {
  const inner = new AbortController()
  const over = new AbortController()
  const abort = (): void => inner.abort(outer?.reason)
  if (outer?.aborted) abort()
  outer?.addEventListener('abort', abort, { once: true })
  if (limitMs < Number.POSITIVE_INFINITY)
    bench.sleep(limitMs, over.signal).then(
      () => inner.abort(),
      () => {},
    )
  try {
    return await work(inner.signal)
  } finally {
    over.abort(done)
    outer?.removeEventListener('abort', abort)
  }
}

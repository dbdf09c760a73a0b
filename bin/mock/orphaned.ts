/** How often a parent is looked for, in milliseconds. */
const everyMs = 500

/**
 * Aborted when the npm that started this process has gone. Told to end, npm ends the shell between the two and not what
 * runs in it, which would keep its ports for ever.
 * @param parent the parent's process id, asked anew each time
 * @returns a signal that never comes where no npm started this process
 */
export const orphaned = (
  env: Readonly<Record<string, string | undefined>>,
  parent: () => number = () => process.ppid,
): AbortSignal => {
  const gone = new AbortController()
  if (env.npm_lifecycle_event === undefined) return gone.signal
  const first = parent()
  const timer = setInterval(() => {
    if (parent() === first) return
    clearInterval(timer)
    gone.abort()
  }, everyMs)
  timer.unref()
  return gone.signal
}

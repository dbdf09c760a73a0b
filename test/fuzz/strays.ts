/**
 * Errors that nobody caught: what a process let slip while an input was in it. Taken from now on, they end the process no
 * more.
 */
export const watchStrays = (): (() => string | undefined) => {
  const seen: string[] = []
  const note = (error: unknown): void => {
    seen.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
  }
  process.on('uncaughtException', note)
  process.on('unhandledRejection', note)
  return () => seen.shift()
}

const seconds = (ms: number): string => {
  const whole = Math.round(ms / 1000)
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`
}

/** `detection 12/104, 40 s left`. @param elapsedMs how long it took so far */
export const progressLine = (name: string, done: number, of: number, elapsedMs: number): string =>
  `${name} ${done}/${of}, ${seconds((elapsedMs / Math.max(1, done)) * (of - done))} left`

/** At most once in so long a line is written where no terminal can overwrite it. */
const pauseMs = 5000

/** Tells on stderr how far a part has come. */
export const tellProgress = (name: string): ((done: number, of: number) => void) => {
  const began = performance.now()
  let told = began
  return (done, of) => {
    const now = performance.now()
    const line = progressLine(name, done, of, now - began)
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${line}${done === of ? '\n' : ''}`)
    else if (now - told >= pauseMs) {
      told = now
      process.stderr.write(`${line}\n`)
    }
  }
}

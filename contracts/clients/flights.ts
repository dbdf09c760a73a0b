/** Questions under way: whoever asks the same joins, and when nobody waits any longer the question is dropped. */
export interface Flights<T> {
  join(key: string, signal: AbortSignal | undefined, fly: (signal: AbortSignal) => Promise<T>): Promise<T>
}

interface Flight<T> {
  readonly landing: Promise<T>
  readonly control: AbortController
  waiting: number
}

const waitFor = <T>(flight: Flight<T>, signal: AbortSignal | undefined): Promise<T> => {
  if (!signal) return flight.landing
  return new Promise<T>((resolve, reject) => {
    const leave = (): void => {
      flight.waiting--
      if (flight.waiting === 0) flight.control.abort(signal.reason)
      reject(signal.reason)
    }
    if (signal.aborted) return leave()
    signal.addEventListener('abort', leave, { once: true })
    flight.landing.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
  })
}

/** @param shared `false`: everybody flies alone */
export const flights = <T>(shared: boolean): Flights<T> => {
  const open = new Map<string, Flight<T>>()
  return {
    join: (key, signal, fly) => {
      const known = shared ? open.get(key) : undefined
      if (known && !known.control.signal.aborted) {
        known.waiting++
        return waitFor(known, signal)
      }
      const control = new AbortController()
      const landing = fly(control.signal).finally(() => {
        if (open.get(key)?.control === control) open.delete(key)
      })
      // A flight that nobody waits for any longer must not end the process by its failure.
      landing.catch(() => {})
      const flight: Flight<T> = { landing, control, waiting: 1 }
      open.set(key, flight)
      return waitFor(flight, signal)
    },
  }
}

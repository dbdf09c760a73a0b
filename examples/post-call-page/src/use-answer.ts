import { useCallback, useEffect, useState } from 'react'

/** What was asked for, once it is there, and a way to ask again. */
export interface Answer<T> {
  /** `undefined` while nothing has been answered yet. */
  readonly value: T | undefined
  /** Whether it is being asked for. */
  readonly asking: boolean
  again(): void
}

/** Asks when the page opens and whenever it is told to; what was answered stays until the next answer. */
export const useAnswer = <T>(ask: () => Promise<T>): Answer<T> => {
  const [value, setValue] = useState<T>()
  const [times, setTimes] = useState(1)
  const [answered, setAnswered] = useState(0)
  useEffect(() => {
    let wanted = true
    ask().then((answer) => {
      if (!wanted) return
      setValue(() => answer)
      setAnswered(times)
    })
    return () => {
      wanted = false
    }
  }, [ask, times])
  const again = useCallback(() => setTimes((before) => before + 1), [])
  return { value, asking: answered < times, again }
}

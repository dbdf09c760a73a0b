import { PlayheadError } from '../../mocks/world/error.ts'

/** What a refusal is made of, wherever it is told. */
export interface Told {
  readonly code: string
  readonly act: string
  readonly cure: string
}

/** Longer than any refusal that somebody wants to read. */
const longest = 5000

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const obeyed = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/

/**
 * Looks for what a terminal would obey rather than show, line ends and tabs excepted.
 * @throws Error where there is any
 */
export const checkShown = (text: string, what: string): void => {
  const at = text.search(obeyed)
  if (at >= 0)
    throw new Error(
      `${what} has control characters: ${JSON.stringify(text.slice(Math.max(0, at - 200), at + 100))}`,
    )
}

/** Looks at a refusal as whoever reads it does. @throws Error where it would not help, or harm */
export const checkRefusal = ({ code, act, cure }: Told): void => {
  if (!/^[a-z]+(-[a-z]+)*$/.test(code)) throw new Error(`The code of a refusal is ${JSON.stringify(code)}.`)
  for (const [part, text] of Object.entries({ act, cure })) {
    if (text.trim() === '') throw new Error(`The ${part} of ${code} is empty.`)
    if (text.length > longest) throw new Error(`The ${part} of ${code} is ${text.length} characters long.`)
    checkShown(text, `The ${part} of ${code}`)
  }
}

/** Takes what was thrown as a refusal, if it is a good one. @throws whatever is no refusal */
export const refusedBy = (error: unknown): 'refused' => {
  if (!(error instanceof PlayheadError)) throw error
  checkRefusal(error)
  return 'refused'
}

/** What comes of reading something that may be refused. */
export const cameOf = <T>(read: () => T, then: (value: T) => void = () => {}): 'taken' | 'refused' => {
  let value: T
  try {
    value = read()
  } catch (error) {
    return refusedBy(error)
  }
  then(value)
  return 'taken'
}

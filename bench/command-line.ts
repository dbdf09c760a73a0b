/**
 * Reads a whole number that an option was given.
 * @throws RangeError where it is none, or out of its bounds
 * @example whole('5', 'rounds', { least: 5, most: 100 }) // 5
 */
export const whole = (
  text: string,
  name: string,
  { least = 1, most = 1e9 }: { readonly least?: number; readonly most?: number } = {},
): number => {
  const value = Number(text)
  if (Number.isInteger(value) && value >= least && value <= most) return value
  throw new RangeError(`Cannot take --${name} ${text}: give a whole number from ${least} to ${most}.`)
}

/**
 * Checks the names that `--only` was given.
 * @param act what is done with them, as `run the bench`
 * @throws RangeError for one that is not known
 */
export const onlyKnown = (only: readonly string[], known: readonly string[], act: string): void => {
  const stranger = only.find((name) => !known.includes(name))
  if (stranger !== undefined)
    throw new RangeError(`Cannot ${act} ${stranger}: there are ${known.join(', ')}.`)
}

const isMisuse = (error: unknown): error is Error =>
  error instanceof RangeError ||
  (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))

/**
 * Reads the command line of one of the project's own commands. What it does not know is told with how to write it, and
 * the process ends with 2.
 * @param usage what may stand behind the command: `[--rounds n] [--json]`
 */
export const commandLine = <Told>(
  command: string,
  usage: string,
  read: (argv: readonly string[]) => Told,
): Told => {
  try {
    return read(process.argv.slice(2))
  } catch (error) {
    if (!isMisuse(error)) throw error
    console.error(`${error.message}\nWrite: npm run ${command} -- ${usage}`)
    process.exit(2)
  }
}

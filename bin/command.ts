/** One option of a command, in the words of node:util's parseArgs and with a help line of its own. */
export interface CommandOption {
  readonly type: 'string' | 'boolean'
  /** One letter. */
  readonly short?: string
  readonly multiple?: boolean
  readonly help: string
  /** What the help shows for its value: `FILE`, `N`. */
  readonly value?: string
}

/** What was given for each option; an option that may be given several times is an array. */
export type CommandValues = Readonly<
  Record<string, string | boolean | readonly (string | boolean)[] | undefined>
>

/** Everything a command may know of the world outside: it writes, reads and ends through this alone. */
export interface CommandContext {
  readonly values: CommandValues
  readonly positionals: readonly string[]
  /** Writes a line of the result, to standard output. */
  out(text: string): void
  /** Writes a line of talk, to standard error. */
  err(text: string): void
  /** Rewrites the one line of progress on standard error, or clears it; left out where nobody watches. */
  readonly status?: (text: string) => void
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  /** Whether a person reads the output, and colours are wanted. */
  readonly isTTY: boolean
  /** Aborted when the process is asked to end; a command that runs on then finishes by itself. */
  readonly signal: AbortSignal
  /** Every command there is. */
  readonly commands: () => Promise<readonly Command[]>
}

/** One command: a file under bin/commands/ that exports it as `command`. */
export interface Command {
  readonly name: string
  /** One line, for the list of commands. */
  readonly summary: string
  /** What stands after the command's name: `[NAME…]`. */
  readonly usage?: string
  /** It runs the command after two hyphens, and takes no other words. */
  readonly runs?: boolean
  /** Whole lines that work as printed, shown before everything else. */
  readonly examples: readonly string[]
  readonly options: Readonly<Record<string, CommandOption>>
  /**
   * Does what the command is for.
   * @returns the exit code: 0, or 1 where what was looked at is not as it must be; misuse is thrown and ends in 2
   * @throws PlayheadError
   */
  run(context: CommandContext): Promise<number>
}

import { PlayheadError, shown } from '../mocks/world/error.ts'
import { nearest } from '../mocks/world/nearest.ts'
import type { CommandValues } from './command.ts'
import { isOn } from './text-of.ts'

/** One reporter, and where what it writes goes. */
export interface Chosen<R> {
  readonly name: string
  readonly reporter: R
  /** Standard output where left out. */
  readonly file?: string
}

const chosen = <R>(known: Readonly<Record<string, R>>, text: string): Chosen<R> => {
  const [, name = '', file] = /^([^=]*)(?:=(.*))?$/s.exec(text) ?? []
  const names = Object.keys(known)
  const reporter = Object.hasOwn(known, name) ? known[name] : undefined
  if (!reporter)
    throw new PlayheadError({
      code: 'unknown-reporter',
      act: `Cannot find the reporter ${shown(name)}`,
      cure: `Did you mean ${nearest(name, names)}? There are ${names.join(', ')}.`,
    })
  if (file === '')
    throw new PlayheadError({
      code: 'missing-value',
      act: `Cannot write ${name} to a file without a name`,
      cure: `Write --reporter ${name}=FILE, or --reporter ${name} for standard output.`,
    })
  return file === undefined ? { name, reporter } : { name, reporter, file }
}

/**
 * The reporters that were asked for with `--reporter` and `--json`; a text for people where none was.
 * @param known every reporter by name, `text` and `json` among them
 * @throws PlayheadError `unknown-reporter`, `missing-value`, `conflicting-options` where two would write to standard output
 */
export const chosenFrom = <R>(
  known: Readonly<Record<string, R>>,
  values: CommandValues,
): readonly Chosen<R>[] => {
  const { reporter: given } = values
  const texts = (Array.isArray(given) ? given : [given]).filter((one) => typeof one === 'string')
  const asked = [...texts, ...(isOn(values, 'json') ? ['json'] : [])]
  const all = (asked.length === 0 ? ['text'] : asked).map((text) => chosen(known, text))
  const [first, second] = all.filter(({ file }) => file === undefined)
  if (first && second)
    throw new PlayheadError({
      code: 'conflicting-options',
      act: `Cannot write both ${first.name} and ${second.name} to standard output`,
      cure: `Give one of them a file, such as --reporter ${second.name}=FILE.`,
    })
  return all
}

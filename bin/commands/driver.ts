import { type CheckedLine, checkDriver } from '../../contracts/drivers/check.ts'
import { loopback } from '../../contracts/entries/loopback.ts'
import { ansiPaint, noPaint, type Painter } from '../../contracts/reporters/paint.ts'
import { PlayheadError, shown } from '../../mocks/world/error.ts'
import type { Command } from '../command.ts'
import { isOn } from '../text-of.ts'

const heads: Readonly<Record<CheckedLine['who'], string>> = {
  sent: '→',
  came: '←',
  stderr: '!',
  wrong: 'WRONG',
  cure: 'CURE',
  fine: 'OK',
}

const painted = ({ who, text }: CheckedLine, paint: Painter): string => {
  const colours = {
    sent: paint.dim,
    came: paint.dim,
    stderr: paint.dim,
    wrong: paint.bad,
    cure: paint.warn,
    fine: paint.good,
  }
  return `${colours[who](heads[who].padEnd(5))}  ${text}`
}

/** `playhead driver`: helps whoever writes a driver. */
export const command: Command = {
  name: 'driver',
  summary: 'Shake hands with a driver, and say line by line what is wrong with it.',
  usage: 'check -- COMMAND',
  examples: ['playhead driver check -- python3 client.py', 'playhead driver check --json -- ./driver.sh'],
  options: { json: { type: 'boolean', help: 'Print the lines as JSON: { ok, lines }.' } },
  async run({ values, positionals, out, cwd, env, isTTY }) {
    const [verb = '', ...words] = positionals
    const cure = 'Write playhead driver check -- COMMAND.'
    if (verb !== 'check')
      throw new PlayheadError({ code: 'unknown-verb', act: `Cannot ${shown(verb)} a driver`, cure })
    if (words.length === 0)
      throw new PlayheadError({
        code: 'missing-option',
        act: 'Cannot check a driver without its command',
        cure,
      })
    const { lines, ok } = await checkDriver(words.join(' '), loopback, { cwd, env })
    const paint = isTTY ? ansiPaint : noPaint
    if (isOn(values, 'json')) out(JSON.stringify({ ok, lines }))
    else
      out(
        [
          ...lines.map((line) => painted(line, paint)),
          ok ? 'The driver is fine.' : 'The driver is not right yet.',
        ].join('\n'),
      )
    return ok ? 0 : 1
  },
}

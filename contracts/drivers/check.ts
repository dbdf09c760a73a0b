import { vendorNamed } from '../../mocks/vendors/named.ts'
import { PlayheadError } from '../../mocks/world/error.ts'
import type { Transport } from '../define.ts'
import { runCase } from '../run/run-case.ts'
import { smokeCase, smokeIn } from '../verify/smoke.ts'
import { openCommand } from './command.ts'
import type { StartOptions } from './driver-process.ts'

/** One line between the suite and a driver, or what is to be said of it. */
export interface CheckedLine {
  readonly who: 'sent' | 'came' | 'stderr' | 'wrong' | 'cure' | 'fine'
  readonly text: string
}

/** What became of a check. */
export interface Checked {
  readonly lines: readonly CheckedLine[]
  readonly ok: boolean
}

const cures: readonly (readonly [what: RegExp, cure: string])[] = [
  [
    /no message/,
    'Print one JSON object a line and nothing else; say everything else on standard error, or as log.',
  ],
  [/message that is none/, 'Hold it against the schema: playhead/driver.schema.json.'],
  [/not open/, 'Answer every message once, with the id it came with.'],
]

const cureFor = (what: string): string =>
  cures.find(([pattern]) => pattern.test(what))?.[1] ?? 'See docs/driver-protocol.md.'

const shortened = (line: string): string => (line.length > 400 ? `${line.slice(0, 399)}…` : line)

/**
 * Shakes hands with a driver and asks it one simple question for each of its vendors, writing down every line that goes
 * there and comes back, and beside it what is wrong and what to do.
 */
export const checkDriver = async (
  command: string,
  base: Transport,
  options: StartOptions,
): Promise<Checked> => {
  const lines: CheckedLine[] = []
  let ok = true
  const note = (who: CheckedLine['who'], text: string): void => {
    lines.push({ who, text: shortened(text) })
  }
  const wrong = (what: string, cure = cureFor(what)): void => {
    ok = false
    note('wrong', what)
    note('cure', cure)
  }
  const trace = {
    sent: (line: string) => note('sent', line),
    came: (line: string) => note('came', line),
    talked: (line: string) => note('stderr', line),
    odd: (what: string) => wrong(what),
  }
  try {
    const { client, transport, clock, close } = await openCommand(command, base, { ...options, trace })
    try {
      const known: string[] = []
      for (const id of client.capabilities?.vendors ?? []) {
        const vendor = vendorNamed(id, 'Cannot check a driver')
        known.push(id)
        const history = await runCase(smokeCase(id), vendor, client, transport)
        for (const event of history.events)
          if (event.kind === 'sent' && event.role === 'elsewhere')
            wrong(
              `asked for one ready recording of ${id}, it asked ${event.path} as well`,
              'Let it ask the baseUrl it is given and the URLs it is told: nothing else is reached while it is judged.',
            )
        const fault = smokeIn(history)
        if (fault !== undefined)
          wrong(
            `asked for one ready recording of ${id}, ${fault}`,
            'Look at the request it sent and at what it made of the answer.',
          )
        else note('fine', `${id}: one ready recording plays`)
      }
      if (known.length === 0) wrong('it speaks to no vendor', 'Name at least one in capabilities.vendors.')
      note('fine', `its clock is "${clock}"`)
    } finally {
      await close()
    }
  } catch (error) {
    if (!(error instanceof PlayheadError)) throw error
    wrong(error.act, error.cure)
  }
  return { lines, ok }
}

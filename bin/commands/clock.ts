import * as v from 'valibot'
import { clockVerbs } from '../../mocks/clock-verbs.ts'
import { formatDuration, parseDuration } from '../../mocks/world/duration.ts'
import { PlayheadError, shown } from '../../mocks/world/error.ts'
import { toIso } from '../../mocks/world/instant.ts'
import { InstantSchema } from '../../mocks/world/instant-schema.ts'
import type { Command } from '../command.ts'
import { controlOf, controlOptions } from '../control.ts'
import { isOn } from '../text-of.ts'

/** What a server tells of its clock, as far as it is printed; the rest is kept for --json. */
const ClockSchema = v.looseObject({
  now: InstantSchema,
  mode: v.picklist(['running', 'frozen']),
  speed: v.number(),
  next: v.exactOptional(InstantSchema),
})
type Clock = v.InferOutput<typeof ClockSchema>

const paceOf = ({ mode, speed }: Clock): string =>
  mode === 'frozen' ? 'frozen' : speed === 1 ? 'running' : `running at speed ${speed}`

/** A clock in words: what it shows, how far it moved, what comes next. */
const clockText = (clock: Clock, movedMs: number): string => {
  const { now, next } = clock
  const moved = movedMs === 0 ? '' : `, moved by ${formatDuration(movedMs)}`
  return [
    `${toIso(now)}  ${paceOf(clock)}${moved}`,
    next === undefined
      ? 'No answer changes by itself from here on.'
      : `Some answer changes in ${formatDuration(next - now)}, at ${toIso(next)}.`,
  ].join('\n')
}

/** A running clock moves while it is being asked: what is not a stated duration is told to the second. */
const movedMs = (verb: string, value: string | undefined, before: Clock, after: Clock): number => {
  const takes = clockVerbs.find(({ name }) => name === verb)?.takes
  if (takes === 'duration' && value !== undefined)
    return verb === 'rewind' ? -parseDuration(value) : parseDuration(value)
  const byMs = after.now - before.now
  return before.mode === 'frozen' && after.mode === 'frozen' ? byMs : Math.round(byMs / 1000) * 1000
}

const samples: Readonly<Record<string, string>> = {
  advance: ' 15m',
  set: ' 2026-01-31T09:00:00Z',
  rewind: ' 10s',
  speed: ' 60',
}

const example = ({ name, help }: { readonly name: string; readonly help: string }): string =>
  `${`playhead clock ${name}${samples[name] ?? ''}`.padEnd(41)}# ${help}`

/** `playhead clock`: reads and moves the clock of a running server. */
export const command: Command = {
  name: 'clock',
  summary: 'Read and move the clock of a running server, both ways.',
  usage: '[VERB [VALUE]]',
  examples: [...clockVerbs.map(example), 'playhead clock'],
  options: controlOptions,
  async run({ values, positionals, out }) {
    const [verb, value, extra] = positionals
    if (extra !== undefined)
      throw new PlayheadError({
        code: 'unexpected-argument',
        act: `Cannot use ${shown(extra)} after \`playhead clock ${verb} ${value}\``,
        cure: 'Write a duration in one word, such as 1h30m.',
      })
    const control = controlOf(values)
    const before = await control({ method: 'GET', path: '/clock', answers: ClockSchema })
    const body = value === undefined ? { verb } : { verb, value }
    const after =
      verb === undefined
        ? before
        : await control({ method: 'POST', path: '/clock', body, answers: ClockSchema })
    if (isOn(values, 'json')) out(JSON.stringify(after))
    else out(clockText(after, verb === undefined ? 0 : movedMs(verb, value, before, after)))
    return 0
  },
}

import * as v from 'valibot'
import { type Scenario, scenarioNamed, scenarios } from '../../mocks/scenarios/index.ts'
import { PlayheadError, shown } from '../../mocks/world/error.ts'
import { parseInstant } from '../../mocks/world/instant.ts'
import { nearest } from '../../mocks/world/nearest.ts'
import type { Command, CommandContext } from '../command.ts'
import { controlOf, controlOptions } from '../control.ts'
import { isOn, numberOf, textOf } from '../text-of.ts'

type Act = (context: CommandContext, scenario: Scenario) => Promise<void> | void

const list = ({ values, out }: CommandContext): void => {
  const width = Math.max(...scenarios.map(({ name }) => name.length))
  if (isOn(values, 'json')) out(JSON.stringify(scenarios.map(({ name, title }) => ({ name, title }))))
  else for (const { name, title } of scenarios) out(`${name.padEnd(width)}  ${title}`)
}

const use: Act = async ({ values, out }, { name, title }) => {
  const answer = await controlOf(values)({
    method: 'PUT',
    path: '/scenario',
    body: { name },
    answers: v.looseObject({}),
  })
  out(isOn(values, 'json') ? JSON.stringify(answer) : `${name}: ${title}`)
}

const show: Act = ({ values, out }, scenario) => {
  const at = textOf(values, 'at')
  const seed = numberOf(values, 'seed', { least: 0, most: 0xffff_ffff })
  out(JSON.stringify(scenario.world(at === undefined ? Date.now() : parseInstant(at), seed), null, 2))
}

const acts: Readonly<Record<string, Act>> = { use, show }

/** `playhead scenario`: the named worlds there are, what is in them, and which one a running server shows. */
export const command: Command = {
  name: 'scenario',
  summary: 'List the named worlds, show one as JSON, or give one to a running server.',
  usage: '[list | use NAME | show NAME]',
  examples: [
    'playhead scenario',
    'playhead scenario use rate-limited',
    'playhead scenario show valid > world.json',
  ],
  options: {
    ...controlOptions,
    at: { type: 'string', value: 'INSTANT', help: 'With show: the instant it begins at; now if not given.' },
    seed: { type: 'string', value: 'N', help: 'With show: what its ids and sounds are derived from.' },
  },
  async run(context) {
    const [verb = 'list', name, extra] = context.positionals
    const act = Object.hasOwn(acts, verb) ? acts[verb] : undefined
    if (!act && verb !== 'list')
      throw new PlayheadError({
        code: 'unknown-verb',
        act: `Cannot ${shown(verb)} a scenario`,
        cure: `Did you mean \`playhead scenario ${nearest(verb, ['list', ...Object.keys(acts)])}\`?`,
      })
    const surplus = act ? extra : name
    if (surplus !== undefined)
      throw new PlayheadError({
        code: 'unexpected-argument',
        act: `Cannot use ${shown(surplus)} after \`playhead scenario ${verb}\``,
        cure: 'Leave it out; see `playhead help scenario`.',
      })
    if (!act) list(context)
    else if (name !== undefined) await act(context, scenarioNamed(name))
    else
      throw new PlayheadError({
        code: 'missing-value',
        act: `Cannot ${verb} a scenario without its name`,
        cure: `Write \`playhead scenario ${verb} ${scenarios[0]?.name}\`; \`playhead scenario\` lists them all.`,
      })
    return 0
  },
}

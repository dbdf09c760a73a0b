import { chosenRules } from '../../contracts/catalogue.ts'
import { exitCode } from '../../contracts/report.ts'
import { defaultCases, defaultSeed, verify } from '../../contracts/verify.ts'
import { parseDuration } from '../../mocks/world/duration.ts'
import { PlayheadError } from '../../mocks/world/error.ts'
import type { Command, CommandContext } from '../command.ts'
import { gateOptions, readGate, shardOf, shardOption } from '../gate.ts'
import { clientOptions, type PluggedClient, pluggedClient } from '../plugged-client.ts'
import { tellProgress } from '../progress.ts'
import { chosenReporters, reporterOptions, tellReports } from '../reporting.ts'
import { countingStrayRejections } from '../stray-rejections.ts'
import { isOn, numberOf, textOf } from '../text-of.ts'
import { vendorsNamed } from '../vendors-named.ts'

const needed = (option: string, cure: string): PlayheadError =>
  new PlayheadError({ code: 'missing-option', act: `Cannot verify without --${option}`, cure })

const verified = async (context: CommandContext, plugged: PluggedClient): Promise<number> => {
  const { values, err } = context
  const { client, transport, named, budget } = plugged
  const list = textOf(values, 'vendor')
  if (list === undefined) throw needed('vendor', 'Give one or more vendors, such as --vendor osvi, or all.')
  const vendors = vendorsNamed(list)
  const ids = textOf(values, 'rules')
  const chosen = chosenRules(ids === undefined ? [] : ids.split(',').map((id) => id.trim()))
  const cases = numberOf(values, 'cases', { least: 0, most: 10_000_000 }) ?? budget.cases ?? defaultCases
  const seed = numberOf(values, 'seed', { least: 0, most: 2_147_483_647 }) ?? defaultSeed
  const maxTime = textOf(values, 'max-time')
  const maxSeconds = maxTime === undefined ? undefined : parseDuration(maxTime) / 1000

  const shard = shardOf(values)
  const reporters = chosenReporters(values)
  const gate = await readGate(context)
  const progress = tellProgress(context, client.name ?? named)

  const { result, stray } = await countingStrayRejections(() =>
    verify({
      client,
      vendors,
      rules: plugged.heldTo(chosen.rules),
      catalogue: chosen.version,
      cases,
      seed,
      ...(maxSeconds === undefined ? {} : { maxSeconds }),
      transport,
      ...(budget.shrinkTries === undefined ? {} : { shrinkTries: budget.shrinkTries }),
      witnesses: !isOn(values, 'no-witnesses'),
      ...(shard ? { shard } : {}),
      onProgress: progress.onProgress,
    }),
  )
  progress.end()
  const report = { ...gate(result), ...(plugged.note === undefined ? {} : { notes: [plugged.note] }) }
  if (stray > 0)
    err(`The client left ${stray} rejected promise${stray === 1 ? '' : 's'} that nothing handles.`)
  await tellReports([report], reporters, context, plugged)
  return exitCode(report)
}

/** `playhead verify`: judges a client by the rules. */
export const command: Command = {
  name: 'verify',
  summary: 'Verify a client against the rules of every vendor it speaks to.',
  examples: [
    'playhead verify --client ./test/playhead-adapter.ts --vendor osvi',
    'playhead verify --client builtin:reference --vendor all',
    'playhead verify --client ./adapter.js --vendor quo,osvi --cases 5000 --seed 7',
    'playhead verify --client ./adapter.js --vendor all --transport loopback',
    'playhead verify --client ./adapter.js --vendor all --reporter text --reporter html=report.html',
    'playhead verify --command "python3 client.py" --vendor osvi',
  ],
  options: {
    ...clientOptions,
    vendor: { type: 'string', value: 'NAMES', help: 'Vendors, separated by commas, or all.' },
    cases: { type: 'string', value: 'N', help: `Generated cases for each vendor (${defaultCases}).` },
    'max-time': {
      type: 'string',
      value: 'DURATION',
      help: 'Real time after which no more cases are run, such as 60s; the report is incomplete then.',
    },
    seed: { type: 'string', value: 'N', help: `What cases are generated from (${defaultSeed}).` },
    rules: {
      type: 'string',
      value: 'LIST',
      help: 'Only these rules, separated by commas; or a version, such as 1.0, to pin the catalogue to.',
    },
    ...gateOptions,
    shard: shardOption,
    'no-witnesses': { type: 'boolean', help: 'Leave out the fixed case that each rule has.' },
    ...reporterOptions,
  },
  async run(context) {
    const plugged = await pluggedClient(context, 'verify')
    try {
      return await verified(context, plugged)
    } finally {
      await plugged.close()
    }
  },
}

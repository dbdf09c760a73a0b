import { driftExitCode } from '../../contracts/drift/verdict.ts'
import { PlayheadError, shown } from '../../mocks/world/error.ts'
import { nearest } from '../../mocks/world/nearest.ts'
import type { Command, CommandContext } from '../command.ts'
import { complain } from '../complain.ts'
import { compareTwo } from '../drift/compare.ts'
import { driftReporterOptions, tellDrift } from '../drift/reporting.ts'
import { isOn } from '../text-of.ts'
import { todayOption } from '../today.ts'

const compare = async (context: CommandContext): Promise<number> => {
  const report = await compareTwo(context)
  await tellDrift(report, context)
  return driftExitCode(report)
}

const check = async (context: CommandContext, vendors: readonly string[]): Promise<number> => {
  const { checkVendors } = await import('../drift/check.ts')
  const { report, failures } = await checkVendors(context, vendors)
  if (report.subjects.length > 0) await tellDrift(report, context)
  for (const { error } of failures)
    context.err(complain(error, { json: isOn(context.values, 'json'), trace: false }))
  return failures.length > 0 ? 2 : driftExitCode(report)
}

const accept = async (context: CommandContext, vendors: readonly string[]): Promise<number> => {
  const { acceptVendors } = await import('../drift/accept.ts')
  await acceptVendors(context, vendors)
  return 0
}

const traffic = async (context: CommandContext, files: readonly string[]): Promise<number> => {
  const { checkFiles } = await import('../drift/traffic.ts')
  const report = await checkFiles(context, files)
  await tellDrift(report, context)
  return driftExitCode(report)
}

const proxy = async (context: CommandContext, words: readonly string[]): Promise<number> => {
  const { proxyTraffic } = await import('../drift/proxy.ts')
  const { report, ended } = await proxyTraffic(context, words)
  await tellDrift(report, context)
  return driftExitCode(report) || ended
}

const verbs: Readonly<
  Record<string, (context: CommandContext, vendors: readonly string[]) => Promise<number>>
> = {
  check,
  accept,
  traffic,
  proxy,
}

/** `playhead drift`: whether a vendor still does what the pinned document says. */
export const command: Command = {
  name: 'drift',
  summary: 'Tell whether a vendor moved, graded for a client that consumes its API.',
  usage: '[check [VENDOR…] | accept VENDOR… | traffic FILE | proxy [-- COMMAND…]]',
  examples: [
    'playhead drift --base specs/quo/openapi.yaml --head quo-today.json',
    'playhead drift --base old.yaml --head https://docs.acme.test/openapi.yaml --all-operations --json',
    'playhead drift check --fail-on risky --reporter github',
    'playhead drift check envoy --head envoy=./page-today.txt',
    'playhead drift accept quo',
    'playhead drift traffic run.jsonl --vendor osvi',
    'playhead drift proxy --vendor quo --upstream https://api.quo.com -- npm test',
  ],
  options: {
    base: {
      type: 'string',
      value: 'FILE',
      help: 'The document that your client was written by: a file or an address.',
    },
    head: {
      type: 'string',
      multiple: true,
      value: '[VENDOR=]FILE',
      help: 'The newer one: a file, an address, or a page of either with it in a fence; for check and accept of which vendor.',
    },
    'all-operations': { type: 'boolean', help: 'Compare every operation, not only those about recordings.' },
    operation: {
      type: 'string',
      multiple: true,
      value: "'GET /PATH'",
      help: 'Compare this operation alone.',
    },
    'fail-on': {
      type: 'string',
      value: 'GRADE',
      help: 'End with 1 from this grade on: breaking (the default), risky, compatible or editorial.',
    },
    vendor: {
      type: 'string',
      value: 'VENDOR',
      help: 'Whose traffic is checked (each that was asked; a proxy stands before one).',
    },
    upstream: {
      type: 'string',
      value: 'URL',
      help: 'Where the proxy passes everything on to, and nowhere else.',
    },
    'ask-links': {
      type: 'boolean',
      help: 'Let the proxy ask each link that it sees for its first byte, once, shortly before its end or at the end of the run.',
    },
    port: {
      type: 'string',
      value: 'N',
      help: 'Where the proxy listens: 4012 if not given, any free port beside a command; 0 for any free port.',
    },
    accepted: {
      type: 'string',
      value: 'FILE',
      help: 'Changes that are accepted until a day (playhead.drift.json).',
    },
    specs: {
      type: 'string',
      value: 'FOLDER',
      help: 'Where the pinned pages lie (those of Playhead itself).',
    },
    today: todayOption,
    ...driftReporterOptions,
  },
  async run(context) {
    const [verb, ...vendors] = context.positionals
    if (verb === undefined) return compare(context)
    const does = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined
    if (does) return does(context, vendors)
    throw new PlayheadError({
      code: 'unknown-verb',
      act: `Cannot ${shown(verb)} drift`,
      cure: `Did you mean \`playhead drift ${nearest(verb, Object.keys(verbs))}\`? Two documents are compared with --base and --head.`,
    })
  },
}

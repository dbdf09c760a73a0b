import { PlayheadError, shown } from '../../mocks/world/error.ts'
import type { Finding, Report, Result, ResultKind, Shard, Trouble } from '../report.ts'

/** What all shards of one campaign have in common, and how it is called. */
const common: readonly (readonly [name: string, of: (report: Report) => unknown])[] = [
  ['client', ({ client }) => client],
  ['version of the rules', ({ rules }) => rules],
  ['seed', ({ seed }) => seed],
  ['number of cases', ({ cases }) => cases],
  ['vendors', ({ vendors }) => vendors.join(', ')],
  ['transport', ({ transport }) => transport],
  ['choice about witnesses', ({ witnesses }) => witnesses],
  ['number of shards', ({ shard }) => shard?.of],
  ['list of rules', ({ results }) => results.map(({ rule, vendor }) => `${rule} at ${vendor}`).join(', ')],
]

const refuse = (act: string, cure: string): PlayheadError =>
  new PlayheadError({ code: 'unlike-shards', act: `Cannot merge these reports: ${act}`, cure })

/** The shards by their place, each there once and all of one campaign. @throws PlayheadError `unlike-shards` */
const sorted = (reports: readonly Report[]): readonly (Report & { readonly shard: Shard })[] => {
  const shards = reports.map((report) => {
    if (report.shard) return { ...report, shard: report.shard }
    throw refuse(
      `one of ${shown(report.client)} is whole, and no shard`,
      'Merge what was verified with --shard; `playhead report show` shows several whole reports beside each other.',
    )
  })
  const [first, ...rest] = shards
  for (const [name, of] of common)
    for (const other of rest)
      if (first && of(other) !== of(first))
        throw refuse(
          `their ${name} is not the same, ${shown(of(first))} and ${shown(of(other))}`,
          'Give every shard the same options, and --shard alone another value.',
        )
  const seen = new Set<number>()
  for (const { shard } of shards) {
    if (seen.has(shard.index))
      throw refuse(`shard ${shard.index}/${shard.of} is there twice`, 'Give each shard once.')
    seen.add(shard.index)
  }
  return shards.toSorted((a, b) => a.shard.index - b.shard.index)
}

/** What outdoes what, where shards disagree: a rule that is broken anywhere is broken. */
const order: readonly ResultKind[] = ['failed', 'warned', 'known', 'incomplete', 'passed', 'skipped']

/** A result as it was before a baseline excused it: the merged report is judged by the baseline as a whole. */
const unexcused = (result: Result): Result => {
  if (result.kind !== 'known') return result
  const { reason: _reason, ...rest } = result
  return { ...rest, kind: result.level === 'must' ? 'failed' : 'warned' }
}

const mergedResult = (parts: readonly Result[], missing: string | undefined): Result | undefined => {
  const [gravest] = parts.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
  if (!gravest) return undefined
  const judged = parts.reduce((sum, part) => sum + part.judged, 0)
  const cases = parts.reduce((sum, part) => sum + part.cases, 0)
  return missing !== undefined && gravest.kind === 'passed'
    ? { ...gravest, judged, cases, kind: 'incomplete', reason: missing }
    : { ...gravest, judged, cases }
}

/** Of several findings of one rule at one vendor, the one with the smallest case; of equals, that of the first shard. */
const smallest = (findings: readonly Finding[]): readonly Finding[] => {
  const best = new Map<string, Finding>()
  const size = ({ case: given }: Finding): number => JSON.stringify(given).length
  for (const finding of findings) {
    const name = `${finding.rule} ${finding.vendor}`
    const known = best.get(name)
    const [steps, knownSteps] = [finding.case.steps.length, known?.case.steps.length ?? 0]
    if (!known || steps < knownSteps || (steps === knownSteps && size(finding) < size(known)))
      best.set(name, finding)
  }
  return [...best.values()]
}

const missingFrom = (shards: readonly { readonly shard: Shard }[]): string | undefined => {
  const of = shards[0]?.shard.of ?? 0
  const there = new Set(shards.map(({ shard }) => shard.index))
  const missing = Array.from({ length: of }, (_, index) => index + 1).filter((index) => !there.has(index))
  if (missing.length === 0) return undefined
  return missing.length === 1
    ? `shard ${missing[0]} of ${of} is missing`
    : `shards ${missing.join(', ')} of ${of} are missing`
}

const distinct = (troubles: readonly Trouble[]): readonly Trouble[] => [
  ...new Map(troubles.map((trouble) => [JSON.stringify(trouble), trouble])).values(),
]

/**
 * Joins the reports of the shards of one campaign: what one run would have found. Counts are added, and of each broken rule
 * the smallest case is kept. A shard that is missing leaves the whole incomplete. What a baseline excused in a shard is
 * broken again: hold the whole against the baseline.
 * @throws PlayheadError `unlike-shards` where they are not the shards of one campaign
 */
export const mergeReports = (reports: readonly Report[]): Report => {
  const shards = sorted(reports)
  const [first] = shards
  if (!first) throw refuse('there is none', 'Give the reports of all shards.')
  const { shard: _shard, baseline: _baseline, shortfalls: _shortfalls, ...whole } = first
  const missing = missingFrom(shards)
  const results = first.results.flatMap((_, index) => {
    const parts = shards.flatMap((report) => report.results[index] ?? []).map(unexcused)
    return mergedResult(parts, missing) ?? []
  })
  const absent = missing === undefined ? [] : whole.vendors
  const kept = smallest(shards.flatMap(({ findings }) => findings))
  const place = ({ rule, vendor }: Finding): number =>
    results.findIndex((result) => result.rule === rule && result.vendor === vendor)
  const notes = [...new Set(shards.flatMap((report) => report.notes ?? []))]
  return {
    ...whole,
    ...(notes.length > 0 ? { notes } : {}),
    results,
    findings: kept.toSorted((a, b) => place(a) - place(b)),
    troubles: [
      ...distinct(shards.flatMap(({ troubles }) => troubles)),
      ...absent.map((vendor): Trouble => ({ vendor, kind: 'incomplete', what: missing ?? '' })),
    ],
  }
}

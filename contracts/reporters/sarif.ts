import { createHash } from 'node:crypto'
import { exitCode, type Finding, type Report } from '../report.ts'
import { clientFile } from './client-file.ts'
import type { Reporter, ReporterOptions } from './reporter.ts'
import { saysOf } from './says-of.ts'
import { storyOf } from './story.ts'
import { storyText } from './story-text.ts'
import { problemsOf, resultOf } from './tally.ts'

const severity = { must: 'error', should: 'warning' } as const

/** A run has no source lines of its own: what breaks a rule is the client, so its module is pointed at. */
const placeOf = ({ clientArgument }: ReporterOptions) => {
  const uri = clientFile(clientArgument)
  return uri === undefined
    ? {}
    : { physicalLocation: { artifactLocation: { uri }, region: { startLine: 1 } } }
}

/** The same for the same broken rule in every run, so that a code host shows one alert and not one a day. */
const fingerprint = ({ rule, vendor, history }: Finding): string =>
  createHash('sha256').update(`${history.client} ${vendor} ${rule}`).digest('hex').slice(0, 32)

const resultFor = (report: Report, finding: Finding, rules: readonly string[], options: ReporterOptions) => {
  const { rule, vendor, level, what, allowed, history, event } = finding
  const place = placeOf(options)
  const known = resultOf(report, finding)
  const steps = storyOf(history, event).map(([time, who, told]) => ({
    location: { ...place, message: { text: `${time} ${who}: ${told}` } },
  }))
  return {
    ruleId: rule,
    ruleIndex: rules.indexOf(rule),
    level: severity[level],
    message: { text: `At ${vendor}, ${what}. Allowed here: ${allowed}.\n\n${storyText(finding)}` },
    locations: [{ ...place, logicalLocations: [{ name: vendor, kind: 'namespace' }] }],
    codeFlows: [{ threadFlows: [{ locations: steps }] }],
    partialFingerprints: { 'playhead/v1': fingerprint(finding) },
    ...(known?.kind === 'known'
      ? { suppressions: [{ kind: 'external', justification: known.reason ?? 'known' }] }
      : {}),
  }
}

const runOf = (report: Report, options: ReporterOptions) => {
  const rules = [...new Set(report.results.map(({ rule }) => rule))]
  const levels = new Map(report.results.map(({ rule, level }) => [rule, level]))
  return {
    tool: {
      driver: {
        name: 'Playhead',
        semanticVersion: report.rules,
        rules: rules.map((id) => ({
          id,
          shortDescription: { text: saysOf(id, report) ?? id },
          help: { text: `playhead rules ${id}`, markdown: `\`playhead rules ${id}\` says why.` },
          defaultConfiguration: { level: severity[levels.get(id) ?? 'must'] },
        })),
      },
    },
    invocations: [
      {
        executionSuccessful: report.troubles.length === 0,
        exitCode: exitCode(report),
        toolExecutionNotifications: [
          ...(report.notes ?? []).map((text) => ({ level: 'note', message: { text } })),
          ...problemsOf(report).map(({ text }) => ({ level: 'error', message: { text } })),
        ],
      },
    ],
    results: report.findings.map((finding) => resultFor(report, finding, rules, options)),
  }
}

/** SARIF 2.1.0: what code hosts show as alerts. */
export const sarif: Reporter = {
  summary: 'SARIF 2.1.0: an alert for each broken rule, with its story as a code flow.',
  render: (reports, options) =>
    JSON.stringify(
      {
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: reports.map((report) => runOf(report, options)),
      },
      null,
      2,
    ),
}

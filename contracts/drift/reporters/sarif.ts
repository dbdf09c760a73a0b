import type { Change, Written } from '../change.ts'
import type { DriftReport, DriftSubject } from '../drift-report.ts'
import type { Grade } from '../grade.ts'
import { driftRules, type RuleId } from '../rules/index.ts'
import type { DriftReporter } from './drift-reporter.ts'
import { valuesText } from './words.ts'

const level: Readonly<Record<Grade, 'error' | 'warning' | 'note'>> = {
  breaking: 'error',
  risky: 'warning',
  compatible: 'note',
  editorial: 'note',
}

const locationOf = (uri: string, { line, column, pointer }: Written, name: string) => ({
  physicalLocation: {
    artifactLocation: { uri },
    ...(line === undefined ? {} : { region: { startLine: line, startColumn: column } }),
  },
  logicalLocations: [{ fullyQualifiedName: pointer, name }],
})

const resultFor = (
  { vendor, base, head }: DriftSubject,
  change: Change,
  rules: readonly RuleId[],
  reason?: string,
) => {
  const values = valuesText(change)
  const pinned = change.places.flatMap((place) =>
    place.base ? [locationOf(base, place.base, `${place.operation} ${place.where}`)] : [],
  )
  const newer = change.places.flatMap((place) =>
    place.head ? [locationOf(head, place.head, place.where)] : [],
  )
  return {
    ruleId: change.rule,
    ruleIndex: rules.indexOf(change.rule),
    level: level[change.grade],
    message: {
      text: `${vendor === undefined ? '' : `${vendor}: `}${change.says}${values === '' ? '' : `: ${values}`}`,
    },
    locations: (pinned.length > 0 ? pinned : newer).slice(0, 1),
    relatedLocations: newer.map((one, id) => ({ id, ...one })),
    partialFingerprints: { 'playheadDrift/v1': change.fingerprint },
    ...(reason === undefined ? {} : { suppressions: [{ kind: 'external', justification: reason }] }),
  }
}

const runOf = ({ subjects }: DriftReport) => {
  const all = subjects.flatMap(({ comparison, accepted }) => [
    ...comparison.changes,
    ...accepted.map(({ change }) => change),
  ])
  const rules = [...new Set(all.map(({ rule }) => rule))]
  return {
    tool: {
      driver: {
        name: 'Playhead drift',
        rules: rules.map((id) => ({
          id,
          shortDescription: { text: driftRules[id].says },
          defaultConfiguration: { level: level[driftRules[id].grade] },
        })),
      },
    },
    results: subjects.flatMap((subject) => [
      ...subject.comparison.changes.map((change) => resultFor(subject, change, rules)),
      ...subject.accepted.map(({ change, reason }) => resultFor(subject, change, rules, reason)),
    ]),
  }
}

/** SARIF 2.1.0: what code hosts show as alerts. */
export const sarif: DriftReporter = {
  summary: 'SARIF 2.1.0: an alert for each change, accepted ones as suppressed.',
  mostPlaces: Number.POSITIVE_INFINITY,
  render: (report) =>
    JSON.stringify(
      { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [runOf(report)] },
      null,
      2,
    ),
}

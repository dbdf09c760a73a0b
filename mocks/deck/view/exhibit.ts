import { type Case, parseCase } from '../../../contracts/case.ts'
import { parseReport } from '../../../contracts/report/schema.ts'
import type { Finding } from '../../../contracts/report.ts'
import { type TimelineRow, timelineOf } from '../../../contracts/reporters/html/timeline-rows.ts'
import { PlayheadError } from '../../world/error.ts'

/** One thing to step through: a case, and what was observed where a report tells it. */
export interface Piece {
  readonly title: string
  /** What is wrong, and what would be right. */
  readonly wrong?: string
  readonly allowed?: string
  readonly one: Case
  /** What was observed, up to where the rule is broken. */
  readonly rows?: readonly TimelineRow[]
}

/** What a file brought. */
export interface Exhibit {
  readonly name: string
  readonly says: string
  readonly pieces: readonly Piece[]
}

const pieceOf = ({ rule, vendor, what, allowed, history, event, case: one }: Finding): Piece => ({
  title: `${rule}, ${vendor}`,
  wrong: what,
  allowed,
  one,
  rows: timelineOf(history, event).rows,
})

const casePiece = (one: Case): Piece => ({
  title: one.finding ? `${one.finding.rule}, ${one.finding.vendor}` : `A case of ${one.vendors.join(', ')}`,
  ...(one.finding ? { wrong: one.finding.what } : {}),
  one,
})

const isReport = (json: unknown): boolean => typeof json === 'object' && json !== null && 'results' in json

/**
 * Reads what somebody wants to step through: a case file, or a report of `playhead verify`.
 * @throws PlayheadError `malformed-json`, `bad-case`, `case-version`, `bad-report`, `report-version`
 */
export const readExhibit = (name: string, json: unknown): Exhibit => {
  if (!isReport(json)) {
    const one = parseCase(json)
    return {
      name,
      says: one.client === undefined ? 'A case' : `A case of ${one.client}`,
      pieces: [casePiece(one)],
    }
  }
  const { client, results, findings } = parseReport(json)
  const passed = results.filter(({ kind }) => kind === 'passed').length
  return {
    name,
    says: `${client}: ${passed} of ${results.length} rules kept, ${findings.length} broken`,
    pieces: findings.map(pieceOf),
  }
}

/** Reads a file's text as JSON. @throws PlayheadError `malformed-json` */
export const jsonIn = (name: string, text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new PlayheadError({
      code: 'malformed-json',
      act: `Cannot read ${JSON.stringify(name)}: it is no JSON`,
      cure: 'Give a case file, or a report that `playhead verify --reporter json=FILE` wrote.',
      cause,
    })
  }
}

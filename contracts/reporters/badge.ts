import { isJudged } from '../report/shortfalls.ts'
import { exitCode, type Report } from '../report.ts'
import type { Reporter } from './reporter.ts'

const message = (reports: readonly Report[]): readonly [text: string, color: string] => {
  const results = reports.flatMap((report) => report.results)
  const count = (kind: string): number => results.filter((result) => result.kind === kind).length
  const code = Math.max(...reports.map((report) => (exitCode(report) === 1 ? 3 : exitCode(report))))
  const judged = results.filter(isJudged).length
  const passed = `${count('passed')}/${judged} rules`
  if (code === 3) return [count('failed') > 0 ? `${count('failed')} broken` : 'gate failed', 'red']
  if (code === 2) return ['incomplete', 'lightgrey']
  return [passed, count('warned') + count('known') > 0 ? 'yellow' : 'brightgreen']
}

/** What shields.io reads from an endpoint (its schema version 1). */
export const badge: Reporter = {
  summary: "JSON for a badge by shields.io's endpoint.",
  render: (reports) => {
    const [text, color] = message(reports)
    return JSON.stringify({
      schemaVersion: 1,
      label: 'playhead',
      message: text,
      color,
      isError: color === 'red',
    })
  },
}

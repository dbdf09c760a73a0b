import type { Report } from '../report.ts'
import { findingText } from '../reporters/text.ts'

/** What a test of one rule comes to, as every test runner knows it. */
export type Verdict =
  | { readonly kind: 'passed' }
  | { readonly kind: 'failed'; readonly told: string }
  /** A broken SHOULD: it fails nothing, and is to be seen. */
  | { readonly kind: 'warned'; readonly told: string }
  | { readonly kind: 'skipped'; readonly why: string }

/** What a report says of one rule. */
export const verdictOf = (report: Report, rule: string): Verdict => {
  const result = report.results.find((one) => one.rule === rule)
  if (!result) return { kind: 'failed', told: 'it was not judged' }
  const { kind, reason = '' } = result
  const finding = report.findings.find((one) => one.rule === rule)
  if (kind === 'passed') return { kind }
  if (kind === 'known') return { kind: 'skipped', why: `known: ${reason}` }
  if (kind === 'skipped') return { kind, why: reason }
  const told = finding ? findingText(finding) : reason
  return { kind: kind === 'warned' ? 'warned' : 'failed', told }
}

/** Why a report as a whole is no good, whatever its rules came to; `undefined` where it is. */
export const troubleIn = ({ troubles, results }: Report): string | undefined => {
  if (troubles.length > 0)
    return troubles
      .map(({ kind, what }) =>
        kind === 'broken-adapter'
          ? `${what}. The adapter looks broken rather than the client: check its base URL, credentials and what it returns.`
          : what,
      )
      .join('\n')
  const everySkipped = results.every(({ kind }) => kind === 'skipped')
  return everySkipped ? `nothing could be judged: ${results[0]?.reason ?? 'there is no rule'}` : undefined
}

/** What is not right any more with the baseline a report was judged by; `undefined` where it holds. */
export const staleBaseline = ({ baseline = [] }: Report): string | undefined =>
  baseline.length === 0 ? undefined : baseline.map(({ what, cure }) => `${what}. ${cure}`).join('\n')

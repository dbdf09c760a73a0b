import { needing } from '../../mocks/needing.ts'
import type { LintFinding } from '../../specs/tools/lint.ts'
import type { Command } from '../command.ts'
import { isOn } from '../text-of.ts'

const lineOf = ({ severity, code, message, at, line }: LintFinding): string =>
  `  ${line === undefined ? '' : `line ${line}: `}${severity} ${code}: ${message} (${at || 'the whole document'})`

const report = (specification: string, published: readonly LintFinding[], ours: readonly LintFinding[]) => [
  `${specification}: ${published.length} in what is published, ${ours.length} in what we make of it`,
  ...published.map(lineOf),
  ...(ours.length > 0 ? ['  Must be none:', ...ours.map(lineOf)] : []),
]

/** `playhead lint`: what Spectral says of the vendors' documents, before and after our corrections. */
export const command: Command = {
  name: 'lint',
  summary: "Lint the vendors' documents, as published and with our corrections.",
  usage: '[VENDOR…]',
  examples: ['playhead lint', 'playhead lint osvi', 'playhead lint --json'],
  options: { json: { type: 'boolean', help: 'Print the findings as JSON.' } },
  async run({ values, positionals, out, err }) {
    const { lint, isOurs } = await needing('playhead lint', () => import('../../specs/tools/lint.ts'))
    const { specificationIds } = await import('../../specs/tools/load.ts')
    const ids = positionals.length > 0 ? positionals : specificationIds()
    const findings = await lint(ids)
    const ours = findings.filter(isOurs)
    if (isOn(values, 'json')) out(JSON.stringify({ findings, ok: ours.length === 0 }, null, 2))
    else
      for (const id of ids) {
        const own = findings.filter(({ specification }) => specification === id)
        for (const line of report(
          id,
          own.filter((finding) => !isOurs(finding)),
          own.filter(isOurs),
        ))
          out(line)
      }
    if (ours.length > 0) err(`${ours.length} to mend in specs/: the overlay or the document of our own.`)
    return ours.length > 0 ? 1 : 0
  },
}

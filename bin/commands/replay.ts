import { type Case, parseCase } from '../../contracts/case.ts'
import { replay } from '../../contracts/replay.ts'
import { ansiPaint, noPaint } from '../../contracts/reporters/paint.ts'
import { findingText } from '../../contracts/reporters/text.ts'
import { PlayheadError, shown } from '../../mocks/world/error.ts'
import type { Command, CommandContext } from '../command.ts'
import { complain } from '../complain.ts'
import { clientOptions, pluggedClient } from '../plugged-client.ts'
import { readJson } from '../read-json.ts'
import { countingStrayRejections } from '../stray-rejections.ts'
import { isOn, textOf } from '../text-of.ts'

const replayed = async (context: CommandContext, given: Case) => {
  const plugged = await pluggedClient(context, 'replay')
  const { client, transport, heldTo } = plugged
  try {
    const run = () => replay({ case: given, client, transport, heldTo })
    return { ...plugged, ...(await countingStrayRejections(run)) }
  } finally {
    await plugged.close()
  }
}

/** `playhead replay`: runs one case file again and says whether it is fixed. */
export const command: Command = {
  name: 'replay',
  summary: 'Run a case file again: FIXED, FAILED or ERROR.',
  usage: 'CASE.json',
  examples: ['playhead replay .playhead/never-hand-out-a-dead-url-7f3a21.json --client ./adapter.ts'],
  options: {
    ...clientOptions,
    json: { type: 'boolean', help: 'Print the result as JSON.' },
  },
  async run(context) {
    const { values, positionals, out, err, cwd, isTTY } = context
    const json = isOn(values, 'json')
    const paint = isTTY ? ansiPaint : noPaint
    try {
      const [file, extra] = positionals
      const named = textOf(values, 'client') ?? textOf(values, 'command')
      if (file === undefined || extra !== undefined || named === undefined)
        throw new PlayheadError({
          code: 'missing-option',
          act: `Cannot replay ${file === undefined ? 'nothing' : extra === undefined ? `${shown(file)} without a client` : 'more than one case'}`,
          cure: 'Write playhead replay CASE.json --client MODULE, or --command LINE.',
        })
      const given = parseCase(await readJson(file, cwd))
      const { finding } = given
      const { clientOption, clientArgument, result } = await replayed(context, given)
      const { judged, findings, rules, vendor } = result
      const verdict = findings.length > 0 ? 'FAILED' : 'FIXED'
      if (json) out(JSON.stringify({ verdict, judged, findings }))
      else {
        const what = finding?.rule ?? `${rules.length} rules`
        const vacuous = judged === 0 ? '  There was nothing left to judge.' : ''
        out(
          findings.length > 0
            ? `${paint.bad('FAILED')}  ${what}  ${vendor.id}  ${file}`
            : `${paint.good('FIXED')}  ${what}  ${vendor.id}  ${file}${vacuous}`,
        )
        for (const one of findings)
          out(`\n${findingText(one, { paint, caseFile: () => file, clientOption, clientArgument })}`)
      }
      return findings.length > 0 ? 1 : 0
    } catch (error) {
      // Neither fixed nor failed: the third word, on the same line as the other two.
      if (json) out(JSON.stringify({ verdict: 'ERROR' }))
      else out(paint.bad('ERROR'))
      err(complain(error, { json, trace: false }))
      return 2
    }
  },
}

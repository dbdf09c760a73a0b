import { needing } from '../../mocks/needing.ts'
import { PlayheadError } from '../../mocks/world/error.ts'
import type { Command } from '../command.ts'
import { complain } from '../complain.ts'
import { isOn } from '../text-of.ts'

/** `playhead generate`: types and schemas as code, from the vendors' documents with our corrections. */
export const command: Command = {
  name: 'generate',
  summary: 'Write generated/ from specs/, or check that it is up to date.',
  examples: ['playhead generate', 'playhead generate --check'],
  options: {
    check: { type: 'boolean', help: 'Write nothing; exit with 1 where a file is stale.' },
    json: { type: 'boolean', help: 'Print the names of the files as JSON: { stale, current }.' },
  },
  async run({ values, out, err }) {
    const json = isOn(values, 'json')
    const { checkGenerated, generate } = await needing(
      'playhead generate',
      () => import('../../specs/tools/generate.ts'),
    )
    try {
      const { stale, current } = await (isOn(values, 'check') ? checkGenerated() : generate())
      if (json) out(JSON.stringify({ stale, current }))
      else out([...stale.map((name) => `wrote generated/${name}`), `${current.length} current`].join('\n'))
      return 0
    } catch (error) {
      // Staleness is what --check looks for: a finding, not misuse.
      if (!(error instanceof PlayheadError && error.code === 'stale-generated-code')) throw error
      err(complain(error, { json, trace: false }))
      return 1
    }
  },
}

import { dirname, relative, resolve } from 'node:path'
import { parseCase } from '../../contracts/case.ts'
import { exportedTest, testFlavours } from '../../contracts/exported-test.ts'
import { PlayheadError, shown } from '../../mocks/world/error.ts'
import { writeWhole } from '../../specs/tools/write-whole.ts'
import type { Command, CommandContext } from '../command.ts'
import { readJson } from '../read-json.ts'
import { isOn, textOf } from '../text-of.ts'

const flavours = Object.keys(testFlavours)

/** How a file names the client it imports: relative to where it will lie, a package as it is. */
const importedAs = (client: string, out: string | undefined, cwd: string): string => {
  if (!/^\.{0,2}\//.test(client) || client.startsWith('/')) return client
  const from = out === undefined ? cwd : dirname(resolve(cwd, out))
  const path = relative(from, resolve(cwd, client)).replaceAll('\\', '/')
  return path.startsWith('.') ? path : `./${path}`
}

const misuse = (act: string): PlayheadError =>
  new PlayheadError({
    code: 'missing-option',
    act,
    cure: 'Write playhead case export CASE.json --vitest --client ./adapter.ts --out case.test.ts.',
  })

const exported = async (context: CommandContext, file: string | undefined): Promise<number> => {
  const { values, cwd, out } = context
  const client = textOf(values, 'client')
  const flavour = flavours.find((name) => isOn(values, name))
  if (file === undefined) throw misuse('Cannot export nothing')
  if (client === undefined) throw misuse(`Cannot export ${shown(file)} without a client to run it with`)
  if (flavour === undefined) throw misuse(`Cannot export ${shown(file)} for no test runner`)
  const target = textOf(values, 'out')
  const given = parseCase(await readJson(file, cwd))
  const runner = testFlavours[flavour]
  if (!runner) throw misuse(`Cannot export for ${flavour}`)
  const text = exportedTest(given, importedAs(client, target, cwd), runner)
  if (target === undefined) out(text.trimEnd())
  else {
    await writeWhole(resolve(cwd, target), text)
    out(target)
  }
  return 0
}

/** `playhead case`: what can be made of a case file beside replaying it. */
export const command: Command = {
  name: 'case',
  summary: 'Write a case file as a test that you can commit.',
  usage: 'export CASE.json',
  examples: [
    'playhead case export --vitest .playhead/final-is-final-7f3a21.json --client ./adapter.ts --out final-is-final.test.ts',
    'playhead case export --node-test case.json --client ./adapter.js > case.test.js',
  ],
  options: {
    vitest: { type: 'boolean', help: 'Write it for vitest.' },
    'node-test': { type: 'boolean', help: 'Write it for node:test.' },
    client: { type: 'string', value: 'MODULE', help: 'The client that the test imports.' },
    out: { type: 'string', value: 'FILE', help: 'Where to write it; standard output where left out.' },
  },
  async run(context) {
    const [verb = '', file] = context.positionals
    if (verb === 'export') return exported(context, file)
    throw new PlayheadError({
      code: 'unknown-verb',
      act: `Cannot ${shown(verb)} a case`,
      cure: 'Did you mean `playhead case export`?',
    })
  },
}

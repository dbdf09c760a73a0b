import { writeFileSync } from 'node:fs'
import { commandLine } from '../../bench/command-line.ts'
import { tellProgress } from '../../bench/progress-line.ts'
import { type Kept, keep, keptOf } from './kept.ts'
import { optionsFrom } from './options.ts'
import { holds, pageOf, shortText } from './page.ts'
import type { Part } from './part.ts'
import { parts } from './parts.ts'
import { digestOf } from './sources.ts'

const names = parts.map(({ name }) => name)
const { form, only, seeds, workers, resume } = commandLine(
  'prove',
  '[--short | --long] [--only part]… [--seeds n] [--workers n] [--resume]',
  (argv) => optionsFrom(argv, names),
)
const wanted = parts.filter(({ name }) => only.length === 0 || only.includes(name))

/** A part as it was measured on the same sources before, or as it is measured now. */
const measure = async (part: Part): Promise<Kept> => {
  const { name, run } = part
  const began = performance.now()
  const sources = digestOf(part)
  const kept = resume ? keptOf({ name, form, seeds }) : undefined
  const isCurrent = kept?.sources === sources
  const section = isCurrent ? kept.section : await run({ form, seeds, workers, progress: tellProgress(name) })
  keep({ name, form, seeds }, { sources, section })
  console.info(shortText([name, section]))
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.info(`         ${isCurrent ? 'as it was measured before' : `${seconds} s`}`)
  return { sources, section }
}

for (const part of wanted) if (!holds((await measure(part)).section)) process.exitCode = 1

// What was not run now was before, on the sources that the page names, or the page says that it never was.
if (form === 'full' && seeds === undefined) {
  const page = names.map((name) => [name, keptOf({ name, form, seeds })] as const)
  const measured = page.flatMap(([name, kept]) => (kept ? [[name, kept] as const] : []))
  const missing = page.flatMap(([name, kept]) => (kept ? [] : name))
  writeFileSync(new URL('../../docs/strength.md', import.meta.url), pageOf(measured, missing))
  console.info('Written to docs/strength.md.')
}

import { writeFileSync } from 'node:fs'
import { tellProgress } from '../../bench/progress-line.ts'
import { type Kept, keep, keptOf } from './kept.ts'
import { optionsFrom } from './options.ts'
import { holds, pageOf, shortText } from './page.ts'
import type { Part } from './part.ts'
import { parts } from './parts.ts'
import { digestOf } from './sources.ts'

const names = parts.map(({ name }) => name)
const { form, only, seeds, workers, resume } = optionsFrom(process.argv.slice(2), names)
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

// The page has all parts or is not written; those not run now were before, on the sources that it names.
const page = parts.flatMap(({ name }) => {
  const kept = keptOf({ name, form: 'full', seeds: undefined })
  return kept ? [[name, kept] as const] : []
})
if (form === 'full' && seeds === undefined && page.length === parts.length) {
  writeFileSync(new URL('../../docs/strength.md', import.meta.url), pageOf(page))
  console.info('Written to docs/strength.md.')
}

import { writeFileSync } from 'node:fs'
import { keep, keptOf, sourcesNow } from './kept.ts'
import { optionsFrom } from './options.ts'
import { holds, type Measured, pageOf, shortText } from './page.ts'
import { parts } from './parts.ts'
import { tellProgress } from './progress-line.ts'

const names = parts.map(({ name }) => name)
const { form, only, seeds, workers, resume } = optionsFrom(process.argv.slice(2), names)
const wanted = parts.filter(({ name }) => only.length === 0 || only.includes(name))
const of = `${form} ${seeds ?? ''} ${sourcesNow()}`

const measured: Measured[number][] = []
for (const { name, run } of wanted) {
  const began = performance.now()
  const kept = resume ? keptOf(name, of) : undefined
  const section = kept ?? (await run({ form, seeds, workers, progress: tellProgress(name) }))
  measured.push([name, section])
  keep(name, of, section)
  console.info(shortText([name, section]))
  console.info(
    kept
      ? '         as it was measured before'
      : `         ${((performance.now() - began) / 1000).toFixed(1)} s`,
  )
}

if (measured.some(([, section]) => !holds(section))) process.exitCode = 1

// The page has all parts or is not written; those not run now may have been before.
const page = parts.flatMap(({ name }) => {
  const section = measured.find(([one]) => one === name)?.[1] ?? keptOf(name, of)
  return section ? [[name, section] as const] : []
})
if (form !== 'short' && seeds === undefined && page.length === parts.length) {
  writeFileSync(new URL('../../docs/strength.md', import.meta.url), pageOf(page))
  console.info('Written to docs/strength.md.')
}

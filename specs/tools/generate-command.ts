import { parseArgs } from 'node:util'
import { checkGenerated, generate } from './generate.ts'

/** `npm run generate`: writes the generated code; with --check it only compares, and fails when something is stale. */
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } })

try {
  const { stale, current } = await (values.check ? checkGenerated() : generate())
  for (const name of stale) console.log(`wrote generated/${name}`)
  console.log(`${current.length} of ${current.length + stale.length} generated files were current`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

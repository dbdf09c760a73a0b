import { vendors } from '../../mocks/vendors/index.ts'
import { campaign } from './campaign.ts'
import { cover } from './coverage.ts'
import { referee } from './prism.ts'
import { countOf, coverageTable } from './table.ts'

/** The long form of the referee's tests: `npm run referee [answers per vendor] [seed]`. */
const [perVendor = 22_000, seed = 20_260_131] = process.argv.slice(2).map(Number)

const referees = new Map(await Promise.all(vendors.map(async ({ id }) => [id, await referee(id)] as const)))
const total = { conforming: 0, declared: 0, surprise: 0 }
console.info(`| vendor | judged | conforming | declared | surprises |\n| --- | --- | --- | --- | --- |`)
for (const vendor of vendors) {
  const judge = referees.get(vendor.id)
  if (!judge) continue
  const { counts, surprise } = campaign(vendor, judge, perVendor, seed)
  const { conforming, declared, surprise: surprises } = counts
  console.info(`| ${vendor.name} | ${perVendor} | ${conforming} | ${declared} | ${surprises} |`)
  if (surprise !== undefined) console.error(surprise)
  total.conforming += conforming
  total.declared += declared
  total.surprise += surprises
}
const sum = total.conforming + total.declared + total.surprise
console.info(`| all | ${sum} | ${total.conforming} | ${total.declared} | ${total.surprise} |\n`)

const places = cover(referees)
console.info(coverageTable(places))
const bad = places.filter(({ cell }) => cell.kind === 'missed' || cell.kind === 'surprise')
for (const place of bad) console.error(JSON.stringify(place))
if (total.surprise > 0 || bad.length > 0 || countOf(places, 'unreachable') > places.length / 10)
  process.exitCode = 1

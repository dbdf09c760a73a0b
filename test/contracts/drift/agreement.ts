import { compareDocuments } from '../../../contracts/drift/compare-documents.ts'
import { checkDocument } from '../../../contracts/drift/document/check-document.ts'
import { everything } from '../../../contracts/drift/in-use.ts'
import { driftRules } from '../../../contracts/drift/rules/index.ts'
import { historyDocument, labelledPairs, labels } from '../../support/vendor-history.ts'
import { pairs } from './pairs/index.ts'

/** How one rule did: in our own pairs where it had to fire or to keep quiet, in labelled pairs by the verdict it was part of. */
interface Tally {
  fires: number
  quiet: number
  wrong: number
  agrees: number
  disagrees: number
}

const tallies = new Map<string, Tally>(
  Object.keys(driftRules).map((rule) => [rule, { fires: 0, quiet: 0, wrong: 0, agrees: 0, disagrees: 0 }]),
)

const count = (rule: string, what: keyof Tally): void => {
  const tally = tallies.get(rule)
  if (tally) tally[what] += 1
}

const written = (document: object): unknown => JSON.parse(JSON.stringify(document))

for (const { base, head, wanted, quiet = [] } of Object.values(pairs).flat()) {
  const compared = compareDocuments(
    checkDocument(written(base), 'base'),
    checkDocument(written(head), 'head'),
  )
  const found = new Set<string>(compared.changes.map(({ rule }) => rule))
  const due = new Set(Object.values(wanted).flat())
  for (const rule of due) count(rule, found.has(rule) ? 'fires' : 'wrong')
  for (const rule of quiet) count(rule, found.has(rule) ? 'wrong' : 'quiet')
  for (const rule of found) if (!due.has(rule)) count(rule, 'wrong')
}

const labelled = labelledPairs()
for (const { base, revision, expected } of labelled) {
  const { worst, changes } = compareDocuments(historyDocument(base), historyDocument(revision), {
    inUse: everything,
  })
  for (const rule of new Set(changes.map((change) => change.rule)))
    count(rule, labels[worst] === expected ? 'agrees' : 'disagrees')
}

console.log('| rule | fires as wanted | quiet as wanted | wrong | in labelled pairs agreed | disagreed |')
console.log('| --- | --- | --- | --- | --- | --- |')
for (const [rule, { fires, quiet, wrong, agrees, disagrees }] of tallies)
  console.log(`| \`${rule}\` | ${fires} | ${quiet} | ${wrong} | ${agrees} | ${disagrees} |`)
console.log(`\n${Object.values(pairs).flat().length} pairs of our own, ${labelled.length} labelled pairs.`)

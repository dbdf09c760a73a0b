import { grades } from '../../contracts/drift/grade.ts'
import { driftRules } from '../../contracts/drift/rules/index.ts'

const intro = `# Drift: grades and rules

<!-- Made from the code by npm run docs; do not edit. -->

\`playhead drift\` grades each change for a client that *consumes* the API, by one principle: what you read may not become
more, and what you send may not become less.

| grade | a client that did everything right by the old document | exit code |
| --- | --- | --- |
| breaking | fails by the new one | 1 |
| risky | fails in some cases, or nobody can tell | 0; 1 with \`--fail-on risky\` |
| compatible | goes on as before | 0; 1 with \`--fail-on compatible\` |
| editorial | goes on as before; only people read something else | 0; 1 with \`--fail-on editorial\` |

A document that cannot be read, fetched or trusted ends with 2, and nothing is said of it. How things are written is nothing:
null in all its spellings, types as a list or as a choice, constants as lists of one, references, parts that hold together
(\`allOf\`), choices of one, the order of everything, the names of path parameters, the letters of headers, a path that moves
into the server. \`info.version\` proves nothing either way.

One edit is one change, however many places it shows at. What cannot be weighed (an unknown keyword, another regular
expression) is risky, and never left out. What a webhook or a callback brings is read, so it is graded as an answer is.

Only operations in use count: those about recordings, or the ones that \`--operation\` names, or all with
\`--all-operations\`; the rest is one line. Where neither document has an operation about recordings, all are compared.

The shape of \`--json\` is \`playhead/drift.schema.json\`. A change's \`fingerprint\` is the same in every run. \`touches\` names
the behaviour rules and the files of Playhead that lean on it, where the operation is one of our vendors'.
`

/** docs/reference/drift.md: what the grades mean, and every rule. */
export const driftPage = (): string => {
  const sections = grades.map((grade) => {
    const rows = Object.entries(driftRules)
      .filter(([, rule]) => rule.grade === grade)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([id, { says }]) => `| \`${id}\` | ${says} |`)
    return [`## ${grade}`, '', '| rule | what happened |', '| --- | --- |', ...rows, ''].join('\n')
  })
  return `${[intro, ...sections].join('\n').trimEnd()}\n`
}

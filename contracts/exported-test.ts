import type { Case } from './case.ts'

/** A test runner that a case can be written for. */
export interface TestFlavour {
  readonly imports: string
  /** The statement that fails, with the story of what happened, where something is broken. */
  readonly asserts: string
}

/** By the name of the option that asks for it. */
export const testFlavours: Readonly<Record<string, TestFlavour>> = {
  vitest: {
    imports: "import { expect, test } from 'vitest'",
    asserts: "expect(told, told).toBe('')",
  },
  'node-test': {
    imports: "import assert from 'node:assert/strict'\nimport { test } from 'node:test'",
    asserts: "assert.equal(told, '', told)",
  },
}

const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&').replace(/[\r\n]+/g, ' ')}'`

/**
 * Writes a case as a test that stands by itself: it runs the case with a client, and fails with the story as long as the
 * rule is broken.
 * @param client how the test imports the client, such as `./adapter.ts`
 */
export const exportedTest = (given: Case, client: string, { imports, asserts }: TestFlavour): string => {
  const { finding } = given
  const title = finding
    ? `${finding.rule} at ${finding.vendor}: ${finding.what}`
    : `a case at ${given.vendors.join(', ')} keeps every rule`
  return `// Written by \`playhead case export\`: a failure that was found once, and must not come back.
${imports}
import { findingText, parseCase, replay } from 'playhead/contracts'
import * as client from ${quoted(client)}

const given = parseCase(${JSON.stringify(given, null, 2)})

test(${quoted(title)}, async () => {
  const { findings } = await replay({ case: given, client })
  const told = findings.map((finding) => findingText(finding)).join('\\n\\n')
  ${asserts}
})
`
}

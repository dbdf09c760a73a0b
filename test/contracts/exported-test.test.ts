import { Script } from 'node:vm'
import { expect, test } from 'vitest'
import { exportedTest, testFlavours } from '../../contracts/exported-test.ts'
import { look, smallCase } from './support/small-case.ts'

const flavours = Object.entries(testFlavours)

test.each([
  ["it's wrong", "it\\'s wrong"],
  ['one\r\nand\rtwo\nlines', 'one and two lines'],
  ["\\'); process.exit(); ('", "\\\\\\'); process.exit(); (\\'"],
  ['`1` */ // \u2028', '`1` */ // \u2028'],
])('a case that says %j is written as a test all the same', (what, title) => {
  const finding = { rule: 'a-rule', vendor: 'osvi', what }
  for (const [, flavour] of flavours) {
    const written = exportedTest({ ...smallCase([look()]), finding }, './client.mjs', flavour)
    expect(written).toContain(`test('a-rule at osvi: ${title}', async`)
    // As a script: whatever is imported stands at its beginning.
    expect(() => new Script(written.replace(/^import .*$/gm, ''))).not.toThrow()
  }
})

import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { readYaml } from '../../../bin/drift/load-yaml-places.ts'

test('YAML says what it holds, and where', () => {
  const { json, offsets } = readYaml('a:\n  - b\n  - &c {d: 1}\ne: *c\n')
  expect(json).toEqual({ a: ['b', { d: 1 }], e: { d: 1 } })
  expect([...offsets(new Set(['/a/0', '/e/d', 'none']))]).toEqual([
    ['/a/0', 7],
    ['/e/d', 17],
  ])
})

test('odd keys are read without a warning of the process in between', async () => {
  const warnings: Error[] = []
  const note = (warning: Error): void => void warnings.push(warning)
  process.on('warning', note)
  readYaml('? [a, b]\n: 1\n')
  await turn()
  process.off('warning', note)
  expect(warnings).toEqual([])
})

test.each(['a: [', 'a: *b', '\t- a'])('%j is refused by the parser’s own words', (text) => {
  expect(() => readYaml(text)).toThrow(/\w/)
})

import { expect, test } from 'vitest'
import { tellable } from '../../../mocks/world/tellable.ts'

test.each([
  ['plain words, in any language: é 音 🎧', 'plain words, in any language: é 音 🎧'],
  ['lines\nand\ttabs', 'lines\nand\ttabs'],
  ['lines\r\nof another kind', 'lines\nof another kind'],
  ['a line\rover another', 'a line\\u000dover another'],
  ['\u001b[2J\u009b31m\u0007\u0000\u007f', '\\u001b[2J\\u009b31m\\u0007\\u0000\\u007f'],
  ['letters\u202eturned\u2066round', 'letters\\u202eturned\\u2066round'],
  ['lines\u2028of\u2029a kind', 'lines\\u2028of\\u2029a kind'],
])('%j is told as %j', (text, told) => {
  expect(tellable(text)).toBe(told)
  expect(tellable(told)).toBe(told)
})

import fc from 'fast-check'

/** Words that mean something to some reader or other, and nothing good. */
const words = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '..',
  '../..',
  '%2e%2e%2f',
  '%2F',
  '%',
  '%0',
  '%00',
  '%ff',
  '%C3%28',
  '%F0%9F%8E%A7',
  '%0d%0aset-cookie:a=b',
  '\r\nset-cookie: a=b\r\n',
  '\u0000',
  '\u001b[31m',
  '\u009b31m',
  '\u202e',
  '\u2028',
  '\ufeff',
  '\ud800',
  'é',
  '音',
  '🎧',
  '{{7*7}}',
  '<script>alert(1)</script>',
  "' or 1=1 --",
  '; rm -rf /',
  '-1',
  '0',
  '1e309',
  '9'.repeat(400),
  'NaN',
  'null',
  'true',
  '[]',
  '{}',
  '~',
  '~default',
  '*',
  '+',
  '&',
  '=',
  '?',
  '#',
  ';',
  ',',
  '"',
  '\\',
  '//',
] as const

/** Text of any code units at all, or a word that means something, or much of one thing. */
export const hostileTexts = (): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...words) },
    { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
    { weight: 2, arbitrary: fc.string({ maxLength: 40 }) },
    {
      weight: 2,
      arbitrary: fc.array(fc.constantFrom(...words), { maxLength: 4 }).map((some) => some.join('')),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('a', '%41', '../', '\ud800', '[', '1'), fc.integer({ min: 1, max: 3000 }))
        .map(([one, times]) => one.repeat(times)),
    },
  )

/** The same as it may come over a socket: every character is one byte. */
export const hostileBytes = (): fc.Arbitrary<string> =>
  hostileTexts().map((text) => Buffer.from(text.toWellFormed(), 'utf8').toString('latin1'))

/** One change to a text. */
interface Edit {
  readonly at: number
  readonly cut: number
  readonly put: string
}

const edits = (): fc.Arbitrary<Edit> =>
  fc.record({
    at: fc.nat(),
    cut: fc.oneof(fc.constantFrom(0, 0, 1), fc.nat(30)),
    put: fc.oneof({ weight: 2, arbitrary: fc.constant('') }, { weight: 1, arbitrary: hostileTexts() }),
  })

const edited = (text: string, { at, cut, put }: Edit): string => {
  const from = at % (text.length + 1)
  return text.slice(0, from) + put + text.slice(from + cut)
}

/** Texts that were right once: something left out, put in or changed in up to so many places. */
export const mangledTexts = (right: fc.Arbitrary<string>, most = 4): fc.Arbitrary<string> =>
  fc.tuple(right, fc.array(edits(), { maxLength: most })).map(([text, some]) => some.reduce(edited, text))

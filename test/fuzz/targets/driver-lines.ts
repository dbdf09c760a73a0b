import fc from 'fast-check'
import { openLines } from '../../../contracts/drivers/lines.ts'
import { readLine } from '../../../contracts/drivers/protocol.ts'
import { mangledJson } from '../arbitraries/mangled-json.ts'
import { hostileTexts, mangledTexts } from '../arbitraries/texts.ts'
import { defineTarget, nothingToClose } from '../target.ts'

const messages = [
  {
    id: 'h1',
    type: 'capabilities',
    protocol: 1,
    vendors: ['osvi'],
    ops: ['look', 'download'],
    clock: 'hooked',
    cancel: true,
  },
  {
    id: 'c1',
    type: 'result',
    outcome: { kind: 'playable', segments: [{ state: 'ready', url: 'http://127.0.0.1/a' }] },
  },
  { id: 'c1', type: 'result', raw: { status: 200, headers: { date: 'x' }, body: { success: true } } },
  { id: 'c2', type: 'error', name: 'TypeError', message: 'fetch failed' },
  { id: 's1', type: 'sleep', ms: 250, call: 'c1' },
  { type: 'log', text: 'asked for c1' },
]

const lines = (): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: mangledJson(fc.constantFrom(...messages), 2).map((json) => JSON.stringify(json)),
    },
    { weight: 2, arbitrary: mangledTexts(fc.constantFrom(...messages).map((one) => JSON.stringify(one))) },
    { weight: 1, arbitrary: hostileTexts() },
    {
      weight: 1,
      arbitrary: fc.constantFrom('', ' ', '\r', 'null', '[]', '{"type":null}', '{"type":"log"}', '[[[['),
    },
  )

interface Output {
  readonly text: string
  /** Where it is cut into pieces, as fractions of its length. */
  readonly cuts: readonly number[]
}

const inputs = (): fc.Arbitrary<Output> =>
  fc.record({
    text: fc
      .tuple(fc.array(lines(), { maxLength: 4 }), fc.constantFrom('\n', '\r\n', '\n\n'), fc.boolean())
      .map(([all, end, last]) => all.join(end) + (last ? end : '')),
    cuts: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 }),
  })

/** The lines that come of some pieces. */
const read = (pieces: readonly Uint8Array[]): readonly string[] => {
  const seen: string[] = []
  const { push, end } = openLines((line) => seen.push(line))
  for (const piece of pieces) push(piece)
  end()
  return seen
}

export const driverLines = defineTarget<Output>({
  name: 'driver-lines',
  says: 'Whatever a driver prints, in whatever pieces: the same lines come of it, and each is a message or noise.',
  share: 97,
  inputs,
  open: () => ({
    run: ({ text, cuts }) => {
      const bytes = Buffer.from(text, 'utf8')
      const at = cuts.map((cut) => Math.floor(cut * bytes.length)).toSorted((a, b) => a - b)
      const pieces = [...at, bytes.length].map((end, n) => bytes.subarray(n === 0 ? 0 : at[n - 1], end))
      const seen = read(pieces)
      if (JSON.stringify(seen) !== JSON.stringify(read([bytes])))
        throw new Error('In pieces it is other lines than in one.')
      const understood = seen.map(readLine)
      for (const line of understood)
        if ('message' in line && typeof line.message.type !== 'string')
          throw new Error('A message has a type.')
      return understood.some((line) => 'message' in line) ? 'taken' : 'refused'
    },
    close: nothingToClose,
  }),
})

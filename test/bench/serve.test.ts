import { expect, test } from 'vitest'
import { measure } from '../../bench/measure.ts'
import { serveOf } from '../../bench/serve.ts'

/** A few hundred requests of each kind. */
const short = serveOf({ withPeers: false, secondsIn: () => 0.1 })

test('ours and a bare server are loaded in turn, and the journal tells of it', async () => {
  const lines = await measure(short, 1, () => {})
  expect(lines.map(({ name, unit, ratio }) => [name, unit, ratio?.to])).toEqual([
    ...[
      ['requests', 'requests/s'],
      ['CPU', 'µs/request'],
      ['p99', 'ms'],
    ].flatMap(([what, unit]) =>
      ['quo', 'osvi', 'media'].flatMap((route) => [
        [`${route} ${what}: bare node`, unit, undefined],
        [`${route} ${what}: playhead`, unit, `${route} ${what}: bare node`],
      ]),
    ),
    ['journal read back: playhead', 'entries', undefined],
  ])
  // A processor's time is counted in hundredths of a second: of a short load there may be none.
  for (const { name, unit, median } of lines)
    if (unit === 'µs/request') expect(median, name).toBeGreaterThanOrEqual(0)
    else expect(median, name).toBeGreaterThan(0)
})

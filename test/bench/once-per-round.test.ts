import { expect, test } from 'vitest'
import { oncePerRound } from '../../bench/once-per-round.ts'

test('figures of one round come of one piece of work, those of another of another', async () => {
  let times = 0
  const run = oncePerRound(async (nth) => ({ nth, times: ++times }))
  expect([await run(0), await run(0), await run(1), await run(1)]).toEqual([
    { nth: 0, times: 1 },
    { nth: 0, times: 1 },
    { nth: 1, times: 2 },
    { nth: 1, times: 2 },
  ])
})

import { expect, test } from 'vitest'
import { untilQuiet } from '../../../contracts/run/quiet.ts'

test('a client that keeps the process busy is no hang: its run is cut short', async () => {
  let spinning = true
  const spin = (): void => {
    if (spinning) setImmediate(spin)
  }
  spin()
  await expect(untilQuiet(() => false, 20)).rejects.toMatchObject({ code: 'client-busy' })
  spinning = false
  await untilQuiet(() => false, 20_000)
})

import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { libfaketime, openFaketime } from '../../../contracts/drivers/faketime.ts'

const hasPython = spawnSync('python3', ['--version']).status === 0
const missing =
  libfaketime() === undefined ? 'libfaketime is not installed' : hasPython ? '' : 'there is no python3'

const program = `import sys, time
for line in sys.stdin:
    time.sleep(0.001)
    print(time.time(), flush=True)
`

test.skipIf(missing !== '')(
  `moves the clock of another process, and lets Python sleep ${missing}`,
  async () => {
    const faketime = await openFaketime()
    const child = spawn('python3', ['-c', program], { env: { ...process.env, ...faketime.env } })
    try {
      const lines = createInterface(child.stdout)
      const timeAt = async (instant: number): Promise<number> => {
        faketime.set(instant)
        const line = once(lines, 'line')
        child.stdin.write('now\n')
        return Number((await line)[0]) * 1000
      }
      const instants = [1_769_850_000_000, 1_769_850_900_000, 1_769_849_000_000]
      // Real time goes on meanwhile, and never by half a quarter of an hour.
      for (const instant of instants)
        expect(Math.abs((await timeAt(instant)) - instant)).toBeLessThan(450_000)
    } finally {
      child.kill()
      await once(child, 'close')
      await faketime.close()
    }
  },
)

test.skipIf(libfaketime() !== undefined)('says what to install', async () => {
  await expect(openFaketime()).rejects.toMatchObject({
    code: 'no-libfaketime',
    cure: expect.stringContaining('apt-get'),
  })
})

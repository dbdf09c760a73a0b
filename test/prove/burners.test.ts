import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { underLoad } from './burners.ts'

const burner = fileURLToPath(new URL('burner.ts', import.meta.url))

test('a burner ends when whoever started it is gone', async () => {
  const one = spawn(process.execPath, [burner, '600'], { stdio: ['pipe', 'ignore', 'inherit'] })
  one.stdin.end()
  expect(await once(one, 'exit')).toEqual([0, null])
})

test('a burner ends when its time is up', async () => {
  const one = spawn(process.execPath, [burner, '0'], { stdio: ['pipe', 'ignore', 'inherit'] })
  expect(await once(one, 'exit')).toEqual([0, null])
})

test('what is done under load comes back, and so does what it throws', async () => {
  expect(await underLoad(1, async () => 'done')).toBe('done')
  await expect(
    underLoad(1, async () => {
      throw new Error('too hot')
    }),
  ).rejects.toThrow('too hot')
})

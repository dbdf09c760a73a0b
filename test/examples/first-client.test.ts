import { expect, test } from 'vitest'
import { said } from '../support/command-line.ts'

test('the first client that README shows is told what it still lacks', async () => {
  const { code, out } = await said(['verify', '--client', 'examples/first-client.ts', '--vendor', 'osvi'])
  expect(code).toBe(1)
  for (const rule of ['escape-the-id', 'end-in-bounded-time', 'drop-the-key-on-redirect'])
    expect(out).toContain(`FAIL  ${rule}`)
})

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { neverHandOutADeadUrl } from '../../../contracts/rules/never-hand-out-a-dead-url.ts'
import { spawned } from '../../support/command-line.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'playhead-replay-'))
})
afterAll(() => rm(folder, { recursive: true }))

test('replay reproduces a history byte for byte, in another process and over real sockets', async () => {
  const file = join(folder, 'case.json')
  const finding = { rule: neverHandOutADeadUrl.id, vendor: 'osvi', what: 'it handed out a dead URL' }
  await writeFile(file, JSON.stringify({ ...neverHandOutADeadUrl.witness('osvi'), finding }))
  const told = async (transport: string): Promise<string> => {
    const argv = ['replay', file, '--client', 'builtin:broken/hoarder', '--transport', transport, '--json']
    const { out, err } = await spawned(argv)
    const { verdict, findings } = JSON.parse(out)
    expect(verdict, err).toBe('FAILED')
    return JSON.stringify(findings[0].history)
  }
  const first = await told('direct')
  expect(await told('direct')).toBe(first)
  expect(await told('loopback')).toBe(first)
})

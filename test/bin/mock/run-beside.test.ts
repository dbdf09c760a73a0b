import { EventEmitter } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { type BesideOptions, runBeside } from '../../../bin/mock/run-beside.ts'

const folder = mkdtempSync(join(tmpdir(), 'playhead-'))
afterAll(() => rmSync(folder, { recursive: true }))

const env = { PATH: process.env.PATH }
const beside = (words: readonly string[], options: Partial<BesideOptions> = {}) =>
  runBeside(words, { cwd: folder, env, signals: new EventEmitter() as NodeJS.Process, ...options })

/** A command that says by a file that it runs, and ends with 5 when it is told to by a signal. */
const patient = (file: string, signal: string): readonly string[] => [
  'sh',
  '-c',
  `trap 'exit 5' ${signal}; touch ${file}; for i in $(seq 200); do sleep 0.05; done; exit 6`,
]

describe('a command beside the mock', () => {
  test.for([0, 1, 42])('hands its exit code on: %i', async (code) => {
    expect(await beside(['sh', '-c', `exit ${code}`])).toBe(code)
  })

  test.for(['SIGTERM', 'SIGKILL'] as const)('ended by %s gives 128 and its number', async (signal) => {
    expect(await beside(['sh', '-c', `kill -${signal.slice(3)} $$`])).toBe(128 + constants.signals[signal])
  })

  test.for(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('is handed %s', async (signal) => {
    const signals = new EventEmitter()
    const file = join(folder, signal)
    const ended = beside(patient(file, signal.slice(3)), { signals: signals as NodeJS.Process })
    await expect.poll(() => existsSync(file)).toBe(true)
    signals.emit(signal)
    expect(await ended).toBe(5)
    expect(signals.eventNames()).toEqual([])
  })

  test('is not interrupted twice where a terminal does it', async () => {
    const signals = new EventEmitter()
    const file = join(folder, 'terminal')
    const ended = beside(patient(file, 'TERM'), { signals: signals as NodeJS.Process, isTTY: true })
    await expect.poll(() => existsSync(file)).toBe(true)
    signals.emit('SIGINT')
    signals.emit('SIGTERM')
    expect(await ended).toBe(5)
  })

  test('that is not there is refused by name', async () => {
    await expect(beside(['no-such-command'])).rejects.toThrow(
      'Cannot start "no-such-command": there is no such command',
    )
  })
})

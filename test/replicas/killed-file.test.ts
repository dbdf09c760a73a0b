import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { startedMock } from '../support/command-line.ts'
import { ask, control, journalOf, marksIn } from './asked.ts'

const folder = mkdtempSync(join(tmpdir(), 'playhead-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** How often it is killed, and after how many control calls each time. */
const kills = 3
const callsUntil = 8

/** Far more than are met: what is left of it tells how many were counted. */
const trouble = { id: 'd1', effect: { kind: 'status', status: 503 }, on: { vendor: 'osvi' }, count: 100_000 }

const minute = 60_000

describe('a mock that is killed under load, with its sessions in a file', () => {
  it('goes on where it was: no call that it took and no request that it answered is lost', async () => {
    const store = [
      '--store',
      `sqlite:${join(folder, 'kept.db')}`,
      '--at',
      '2026-01-31T09:00:00Z',
      '--freeze',
      '--json',
    ]
    const begun = Date.parse('2026-01-31T09:00:00Z')
    const answered: string[] = []
    let minutes = 0
    for (let round = 0; round < kills; round++) {
      const mock = await startedMock(store)
      const { url } = JSON.parse(mock.line) as { url: string }
      if (round === 0) await control(url, '/disturbances', trouble)
      const load = [0, 1, 2, 3].map(async (who) => {
        for (let nth = 0; ; nth++) {
          const mark = `${round}-${who}-${nth}`
          const response = await ask(url, mark).catch(() => undefined)
          if (response === undefined) return
          expect(response.status).toBe(503)
          answered.push(mark)
        }
      })
      for (let call = 0; call < callsUntil; call++) {
        await control(url, '/clock', { verb: 'advance', value: '1m' })
        minutes++
      }
      // One more is under way when it ends: it may have come to pass or not.
      const last = control(url, '/clock', { verb: 'advance', value: '1m' }).then(
        () => 1,
        () => 0,
      )
      await mock.end('SIGKILL')
      const taken = await last
      await Promise.all(load)

      await using again = await startedMock(store)
      const { url: after } = JSON.parse(again.line) as { url: string }
      const now = Number((await control(after, '/clock')).now)
      expect([minutes + taken, minutes + 1]).toContain((now - begun) / minute)
      minutes = (now - begun) / minute
      const journal = await journalOf(after)
      const marks = new Set(marksIn(journal))
      expect(answered.filter((mark) => !marks.has(mark))).toEqual([])
      expect(journal.map(({ seq }) => seq)).toEqual(journal.map((_, nth) => nth + 1))
      const { arrivals } = (await control(after, '/usage')) as { arrivals: Record<string, number> }
      expect(arrivals.d1).toBeGreaterThanOrEqual(journal.length)
    }
    expect(answered.length).toBeGreaterThan(kills * 4)
  })
})

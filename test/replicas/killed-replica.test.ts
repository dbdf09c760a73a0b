import { describe, expect, it } from 'vitest'
import { ask, journalOf, marksIn } from './asked.ts'
import { canStandUp, standUp } from './stood-up.ts'

describe.skipIf(!canStandUp)(
  'a replica that is killed under load (skipped without redis-server or nginx)',
  () => {
    it('takes no answered request with it, and shows as a connection reset at most', async () => {
      await using stood = await standUp('--at', '2026-01-31T09:00:00Z', '--freeze')
      const [killed, other] = stood.replicas
      const answered: string[] = []
      const failed: unknown[] = []
      const killedAt = Promise.withResolvers<void>()
      const asked = async (base: string, who: string): Promise<void> => {
        for (let nth = 0; nth < 60; nth++) {
          const mark = `${who}-${nth}`
          try {
            const response = await ask(base, mark)
            await response.arrayBuffer()
            expect(response.status).toBe(200)
            answered.push(mark)
          } catch (error) {
            failed.push(error)
            // Nobody goes on at a server that is gone.
            if (base === killed.url) return
          }
          if (answered.length === 150) {
            killedAt.resolve()
            await killed.end('SIGKILL')
          }
        }
      }
      // Some by way of the balancer, and some straight at the one that is killed.
      const clients = [0, 1, 2, 3, 4, 5].map((who) => asked(stood.url, `b${who}`))
      await Promise.all([...clients, ...[0, 1, 2].map((who) => asked(killed.url, `k${who}`))])
      await killedAt.promise
      // The balancer asks the other one where nothing of an answer has come yet: whoever asks it sees nothing at all.
      expect(answered.filter((mark) => mark.startsWith('b'))).toHaveLength(360)
      expect(failed.length).toBeGreaterThan(0)
      for (const error of failed) expect(error).toBeInstanceOf(TypeError)
      const marks = new Set(marksIn(await journalOf(other.url)))
      expect(answered.filter((mark) => !marks.has(mark))).toEqual([])
    })
  },
)

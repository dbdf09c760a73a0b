import { describe, expect, test } from 'vitest'
import type { ClientModule } from '../../../contracts/client.ts'
import { runCase } from '../../../contracts/run/run-case.ts'
import type { Step } from '../../../contracts/step.ts'
import { askOnce, clientThat, impatient, plain } from '../support/clients.ts'
import { download, gist, look, only, smallCase, start, trouble, vendorOf } from '../support/small-case.ts'

const osvi = vendorOf('osvi')
const run = (steps: readonly Step[], client: ClientModule = plain) => runCase(smallCase(steps), osvi, client)

describe('trouble on the way', () => {
  test('an answer that takes its time arrives that much later', async () => {
    const history = await run([trouble({ kind: 'slow-headers', ms: 7000 }), look()])
    expect(only(history, 'received')[0]?.at).toBe(start + 7000)
    expect(only(history, 'answered')[0]?.at).toBe(start + 7000)
  })

  test('silence hangs a client without a time limit, and the case goes on', async () => {
    const history = await run([trouble({ kind: 'silence' }, 'api', 1), look(), look()])
    expect(gist(history, 'disturbed')).toEqual([
      'asked a1',
      'sent r1',
      'hung a1',
      'asked a2',
      'sent r2',
      'received r2',
      'settled r2 complete',
      'answered a2',
      'settled r1 unanswered',
    ])
  })

  test('silence does not hang a client with a time limit', async () => {
    const history = await run([trouble({ kind: 'silence' }), look()], impatient(30_000))
    expect(only(history, 'hung')).toEqual([])
    expect(only(history, 'answered')[0]).toMatchObject({
      at: start + 30_000,
      outcome: { kind: 'unavailable' },
    })
  })

  test('a trickling body takes as long as its bytes do', async () => {
    const history = await run([trouble({ kind: 'trickle', bytesPerSecond: 100 }), look()])
    const [received] = only(history, 'received')
    const [settled] = only(history, 'settled')
    expect(received?.at).toBe(start)
    expect((settled?.at ?? 0) - start).toBeGreaterThanOrEqual(
      Math.floor((received?.body?.length ?? 0) / 100) * 1000,
    )
    expect(settled?.how).toBe('complete')
  })

  test.each([
    [{ kind: 'reset', at: 'before-headers' } as const, 'fetch failed', 'reset'],
    [{ kind: 'reset', at: 'mid-body' } as const, 'terminated', 'reset'],
    [{ kind: 'truncate' } as const, 'terminated', 'truncated'],
  ])('%j ends as fetch ends it', async (effect, message, how) => {
    const history = await run([trouble(effect), look()])
    expect(only(history, 'answered')[0]?.error).toEqual({ name: 'TypeError', message })
    expect(only(history, 'settled')[0]?.how).toBe(how)
  })

  test('a client that polls for ever is given up after an hour', async () => {
    const polling = clientThat(async (bench, ref) => {
      for (;;) {
        const outcome = await askOnce(bench, ref)
        if (outcome.kind === 'playable') return outcome
        await bench.sleep(10_000)
      }
    })
    const history = await run([look({ call: 'nobody' }), look()], polling)
    expect(only(history, 'hung').map(({ at }) => at - start)).toEqual([3_600_000])
    expect(only(history, 'answered').map(({ ask }) => ask)).toEqual(['a2'])
  })

  test('a client that asks without a pause is given up as well', async () => {
    const spinning = clientThat(async (bench, ref) => {
      for (;;) await askOnce(bench, ref)
    })
    expect(only(await run([look()], spinning), 'hung')).toHaveLength(1)
  })

  test('a client that spins on an aborted request is stopped', async () => {
    const spinning = clientThat(async (bench, ref) => {
      for (;;) await askOnce(bench, ref, { signal: AbortSignal.abort() }).catch(() => {})
    })
    expect(only(await run([look()], spinning), 'hung')).toHaveLength(1)
  })
})

describe('downloads', () => {
  test('are told by the object and its bytes, with the truth beside', async () => {
    const history = await run([download(), download({ from: 1000 })])
    const objects = only(history, 'received').flatMap(({ object }) => (object ? [object] : []))
    const of = objects[0]?.of ?? 0
    expect(objects).toEqual([
      { call: 'c1', segment: 0, from: 0, to: of, of },
      { call: 'c1', segment: 0, from: 1000, to: of, of },
    ])
    const outcomes = only(history, 'answered').map(({ outcome }) => outcome)
    for (const [index, from] of [0, 1000].entries()) {
      const truth = history.truths.find((one) => one.from === from)
      expect(outcomes[index]).toMatchObject({ from, length: truth?.length, sha256: truth?.sha256 })
    }
  })
})

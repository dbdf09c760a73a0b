import { describe, expect, test } from 'vitest'
import type { ClientModule } from '../../../contracts/client.ts'
import { runCase } from '../../../contracts/run/run-case.ts'
import type { Step } from '../../../contracts/step.ts'
import { askOnce, clientThat, impatient, plain } from '../support/clients.ts'
import { gist, look, only, pass, smallCase, start, toLinkEnd, vendorOf } from '../support/small-case.ts'

const osvi = vendorOf('osvi')
const run = (steps: readonly Step[], client: ClientModule = plain) => runCase(smallCase(steps), osvi, client)

describe('a run', () => {
  test('tells a question, its request and its answer in order', async () => {
    expect(gist(await run([look()]))).toEqual([
      'asked a1',
      'sent r1',
      'received r1',
      'settled r1 complete',
      'answered a1',
    ])
  })

  test('moves time by the steps alone while the client waits for nothing', async () => {
    const history = await run([look(), pass(5000), look()])
    expect(only(history, 'asked').map(({ at }) => at - start)).toEqual([0, 5000])
    expect(only(history, 'clock')).toEqual([{ kind: 'clock', at: start + 5000, from: start }])
  })

  test('goes to the end of a link to the millisecond', async () => {
    for (const offsetMs of [-1, 0, 1]) {
      const history = await run([look(), toLinkEnd(offsetMs)])
      expect(only(history, 'clock')[0]?.at).toBe(start + 900_000 + offsetMs)
    }
  })

  test('passes over goals that lie behind or mean nothing', async () => {
    const history = await run([toLinkEnd(), look({ call: 'nobody' }), { do: 'deliver' }, { do: 'cancel' }])
    expect(only(history, 'clock')).toEqual([])
    expect(only(history, 'answered')[0]?.outcome).toEqual({ kind: 'not-found' })
  })

  test('tells what changes in the world as time passes it', async () => {
    const changing = { initially: 'processing', changes: [{ at: start + 60_000, to: 'completed' }] } as const
    const given = smallCase([look(), pass(120_000), look()], {
      calls: { c1: { segments: [{ id: 's1', status: changing }] } },
    })
    const told = only(await runCase(given, osvi, plain), 'world')
    expect(told.map(({ at, what }) => [at - start, what])).toEqual([
      [0, 'c1 is processing'],
      [60_000, 'c1 becomes completed'],
    ])
  })

  test('lets virtual time pass for a client that sleeps', async () => {
    const sleepy = clientThat(async (bench, ref) => {
      await bench.sleep(60_000)
      return askOnce(bench, ref)
    })
    const history = await run([look()], sleepy)
    expect(gist(history)).toEqual([
      'asked a1',
      'slept',
      'sent r1 +60000',
      'received r1 +60000',
      'settled r1 complete +60000',
      'answered a1 +60000',
    ])
  })

  test('shows a skewed clock to the client and the true one to the history', async () => {
    const seen: number[] = []
    const reading = clientThat(async (bench) => {
      seen.push(bench.now())
      return { kind: 'absent' }
    })
    const history = await run([{ do: 'skew', ms: 300_000 }, look()], reading)
    expect(seen).toEqual([start + 300_000])
    expect(only(history, 'asked')[0]?.at).toBe(start)
  })

  test('tells of a clock that is wrong from the start', async () => {
    const given = smallCase([look()])
    const { events } = await runCase({ ...given, clock: { ...given.clock, skewMs: -60_000 } }, osvi, plain)
    expect(events.filter(({ kind }) => kind === 'skewed')).toEqual([
      { kind: 'skewed', at: start, ms: -60_000 },
    ])
  })

  test('waits for work in the thread pool', async () => {
    const hashing = clientThat(async (bench, ref) => {
      await crypto.subtle.digest('SHA-256', new Uint8Array(1_000_000))
      return askOnce(bench, ref)
    })
    expect(only(await run([look()], hashing), 'answered')[0]?.outcome?.kind).toBe('playable')
  })
})

describe('races', () => {
  test('two overlapping asks are under way at once', async () => {
    const history = await run([look({ overlap: true }), look()])
    expect(gist(history, 'settled')).toEqual([
      'asked a1',
      'sent r1',
      'asked a2',
      'sent r2',
      'received r1',
      'answered a1',
      'received r2',
      'answered a2',
    ])
    expect(only(history, 'sent')[1]?.during).toEqual(['a1', 'a2'])
  })

  test('a client that answers one ask at a time is asked one at a time', async () => {
    const single = { ...plain, capabilities: { concurrency: false } }
    const history = await run([look({ overlap: true }), look()], single)
    expect(only(history, 'sent')[1]?.during).toEqual(['a2'])
  })

  test('an answer kept back comes when it is delivered, as it was when the request arrived', async () => {
    const history = await run([
      { do: 'hold', role: 'api' },
      look({ overlap: true }),
      pass(60_000),
      look(),
      { do: 'deliver' },
      { do: 'settle' },
    ])
    expect(gist(history, 'settled', 'disturbed', 'clock')).toEqual([
      'asked a1',
      'sent r1',
      'asked a2 +60000',
      'sent r2 +60000',
      'received r2 +60000',
      'answered a2 +60000',
      'received r1 +60000',
      'answered a1 +60000',
    ])
    const [late, early] = only(history, 'received')
    expect(late?.headers.date).not.toBe(early?.headers.date)
  })

  test('what is still kept back at the end is delivered, oldest first', async () => {
    const hold: Step = { do: 'hold', role: 'api' }
    const history = await run([hold, hold, look({ overlap: true }), look({ overlap: true })])
    expect(only(history, 'received').map(({ request }) => request)).toEqual(['r1', 'r2'])
    expect(only(history, 'hung')).toEqual([])
  })

  test('a client that runs into its time limit is not kept waiting by a response kept back', async () => {
    const history = await run([{ do: 'hold', role: 'api' }, look()], impatient(10_000))
    expect(gist(history, 'disturbed')).toEqual([
      'asked a1',
      'slept',
      'sent r1',
      'answered a1 +10000',
      'settled r1 aborted +10000',
    ])
  })

  test('a cancelled ask aborts its own signal alone', async () => {
    const obedient = clientThat((bench, ref, signal) => askOnce(bench, ref, signal ? { signal } : {}))
    const history = await run(
      [{ do: 'hold', role: 'api' }, look({ overlap: true }), { do: 'cancel' }, look()],
      obedient,
    )
    expect(gist(history, 'disturbed')).toEqual([
      'asked a1',
      'sent r1',
      'cancelled a1',
      'answered a1',
      'settled r1 aborted',
      'asked a2',
      'sent r2',
      'received r2',
      'settled r2 complete',
      'answered a2',
    ])
    expect(only(history, 'answered')[0]?.error?.name).toBe('AbortError')
  })
})

describe('accounts', () => {
  test('each has a client and a key of its own', async () => {
    const history = await run([look(), look({ account: 'foreign' }), look({ account: 'stranger' })])
    expect(only(history, 'sent').map(({ headers }) => headers['api-token'])).toEqual([
      '{key:default}',
      '{key:foreign}',
      '{key:stranger}',
    ])
    expect(only(history, 'answered').map(({ outcome }) => outcome?.kind)).toEqual([
      'playable',
      'not-found',
      'unauthorized',
    ])
  })
})

describe('what cannot be a client', () => {
  test.each<[string, ClientModule['connect']]>([
    ['connect throws', () => Promise.reject(new Error('no such host'))],
    ['connect never settles', () => new Promise(() => {})],
    ['there is no getRecording', () => JSON.parse('{}')],
  ])('is refused: %s', async (_why, connect) => {
    await expect(run([look()], { connect })).rejects.toMatchObject({ code: 'broken-adapter' })
  })

  test('an answer that is no outcome is an error of the client', async () => {
    const wordless = clientThat(async () => JSON.parse('null'))
    expect(only(await run([look()], wordless), 'answered')[0]?.error?.name).toBe('NoOutcome')
  })
})

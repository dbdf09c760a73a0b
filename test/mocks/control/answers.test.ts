import { describe, expect, it } from 'vitest'
import { aBackend } from '../a-backend.ts'
import { askOsvi, getting } from '../asking.ts'
import { control, jsonOf } from './asking-control.ts'

interface Told {
  readonly vendor: string
  readonly asks: string
  readonly status: number
  readonly outcome: string
  readonly body: string
  readonly trouble?: string
  readonly verdict: { readonly kind: string }
}

const answersIn = async (backend: ReturnType<typeof aBackend>['backend'], call = 'playable') =>
  jsonOf(await control(backend, `/answers/${call}`)).answers as readonly Told[]

describe('what each vendor answers now', () => {
  it('is told of every operation, held against its document, without a signature', async () => {
    const answers = await answersIn(aBackend().backend)
    expect(answers.map(({ vendor, asks }) => `${vendor} ${asks}`)).toEqual([
      'quo recording',
      'osvi recording',
      'envoy recording',
      'feather recording',
      'voqo recording',
      'voqo replies',
    ])
    expect(new Set(answers.map(({ verdict }) => verdict.kind))).toEqual(new Set(['conforms']))
    expect(answers.map(({ body }) => body).join()).not.toMatch(/X-Amz-Signature=[0-9a-f]/)
  })

  it('goes with the clock, both ways', async () => {
    const { backend } = aBackend()
    const outcomes = async () => (await answersIn(backend, 'processing')).map(({ outcome }) => outcome)
    const before = await outcomes()
    await control(backend, '/clock', { json: { verb: 'advance', value: '10m' } })
    expect(new Set(await outcomes())).toEqual(new Set(['playable', 'replies']))
    await control(backend, '/clock', { json: { verb: 'rewind', value: '1ms' } })
    expect(await outcomes()).toEqual(before)
  })

  it('is what a client would be answered, and asking counts nothing and hands out nothing', async () => {
    const { backend } = aBackend()
    await control(backend, '/disturbances', {
      json: { id: 'd', effect: { kind: 'status', status: 503 }, count: 1 },
    })
    for (const _ of [1, 2])
      expect((await answersIn(backend))[1]).toMatchObject({
        status: 503,
        trouble: 'd',
        verdict: { kind: 'conforms' },
      })
    expect(await backend.session().journal()).toEqual([])
    expect((await askOsvi(backend)).status).toBe(503)
    expect((await answersIn(backend))[1]).toMatchObject({ status: 200, outcome: 'playable' })
  })

  it('is not told of a call that the world does not have', async () => {
    const response = await control(aBackend().backend, '/answers/nobody')
    expect([response.status, jsonOf(response)]).toMatchObject([404, { error: { code: 'no-such-call' } }])
  })
})

describe('the verdict on an exchange', () => {
  it('stands in the journal', async () => {
    const { backend } = aBackend()
    await askOsvi(backend)
    await control(backend, '/disturbances', { json: { effect: { kind: 'body', as: 'html' } } })
    await askOsvi(backend)
    await backend.answer('api', getting('/nothing'))
    const { entries } = jsonOf(await control(backend, '/journal')) as {
      entries: { verdict: { kind: string } }[]
    }
    expect(entries.map(({ verdict }) => verdict.kind)).toEqual(['conforms', 'declared', 'unchecked'])
  })
})

import { describe, expect, test } from 'vitest'
import { worldStart } from '../../../contracts/arbitraries/worlds.ts'
import { defaultWorld } from '../../../mocks/scenarios/default.ts'
import { fixedIds } from '../../../mocks/scenarios/refs.ts'
import { simulate } from '../../../mocks/simulator.ts'
import { keyHeaders } from '../../../mocks/vendors/ask.ts'
import { quo } from '../../../mocks/vendors/quo.ts'
import { type Usage, unused } from '../../../mocks/world/usage.ts'
import type { World } from '../../../mocks/world/world.ts'
import { answeredBy, asking, settingOf, textOf } from '../../support/asking.ts'

const published = defaultWorld(worldStart)
const live: World = { ...published, profiles: { quo: 'live' } }
const full: Usage = {
  ...unused,
  accepted: { 'quo playhead-quo': Array.from({ length: 10 }, () => worldStart) },
}

const answer = (world: World, id: string, usage = unused, headers = keyHeaders(quo)) =>
  simulate(settingOf(world, worldStart), usage, 'api', asking(quo, id, headers))

describe('Quo’s errors in the words seen live', () => {
  test.each([
    ['another’s call', fixedIds('foreign').quo, keyHeaders(quo), unused, 404, 'not-found'],
    ['no key', fixedIds('playable').quo, {}, unused, 401, 'unauthorized'],
    ['no id', 'nonsense', keyHeaders(quo), unused, 400, 'invalid-request'],
    ['one too many', fixedIds('playable').quo, keyHeaders(quo), full, 429, 'rate-limited'],
  ])('%s', (_, id, headers, usage, status, kind) => {
    const { response, sighting } = answer(live, id ?? '', usage, headers)
    expect([response.status, JSON.parse(textOf(response))]).toEqual([
      status,
      { error: { message: expect.any(String), key: expect.any(String), trace: expect.any(String) } },
    ])
    expect(sighting.breaks).toEqual(['body'])
    expect(quo.decode(answeredBy(response), worldStart).outcome.kind).toBe(kind)
    const usual = answer(published, id ?? '', usage, headers)
    expect(usual.sighting.breaks).toEqual([])
    expect(quo.decode(answeredBy(usual.response), worldStart).outcome.kind).toBe(kind)
  })

  test('say what is wrong with an id', () => {
    const { outcome } = quo.decode(answeredBy(answer(live, 'nonsense').response), worldStart)
    expect(outcome).toEqual({ kind: 'invalid-request', details: ["Expected string to match '^AC(.*)$'"] })
  })

  test('are none where all is well', () => {
    const [one, other] = [published, live].map((world) => answer(world, fixedIds('playable').quo ?? ''))
    expect(other?.response.body).toBe(one?.response.body)
    expect(other?.sighting.breaks).toEqual([])
  })
})

describe('an unknown route below /quo', () => {
  const ask = (world: World, path: string) =>
    simulate(settingOf(world, worldStart), unused, 'api', { method: 'GET', path, headers: {} })

  test('is a bare page, live', () => {
    const { response, sighting } = ask(live, '/quo/v1/call-recording/AC1')
    expect([response.status, response.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8'])
    expect(response.body).toMatch(/^<!doctype html>/)
    expect(sighting.breaks).toEqual(['content-type', 'body'])
    expect(quo.decode(answeredBy(response), worldStart).outcome).toEqual({ kind: 'not-found' })
  })

  test.each([
    ['as published', published, '/quo/v1/call-recording/AC1'],
    ['at the root', live, '/v1/call-recording/AC1'],
    ['below another vendor', live, '/osvi/v1/call'],
  ])('is told the nearest one %s', (_, world, path) => {
    expect(ask(world, path).response.headers['x-playhead-error']).toBe('no-route')
  })
})

describe('what is left of Quo’s quota', () => {
  const headersAfter = (world: World, used: number) => {
    const usage = {
      ...unused,
      accepted: { 'quo playhead-quo': Array.from({ length: used }, () => worldStart) },
    }
    return answer(world, fixedIds('playable').quo ?? '', usage).response.headers
  }

  test.each<[string, World, number, string | undefined]>([
    ['is not told where nothing is said of it', published, 0, undefined],
    ['is told with every answer, live', live, 0, '"per-second"; r=9; t=1'],
    [
      'is told with every answer where a world says so',
      { ...published, limits: { quo: 'header' } },
      7,
      '"per-second"; r=2; t=1',
    ],
    ['is nought after the last', live, 9, '"per-second"; r=0; t=1'],
    ['is told with a refusal anyway', published, 10, '"per-second"; r=0; t=1'],
    ['is told by none where a world says so', { ...live, limits: { quo: 'untold' } }, 10, undefined],
  ])('%s', (_, world, used, wanted) => {
    expect(headersAfter(world, used).ratelimit).toBe(wanted)
  })
})

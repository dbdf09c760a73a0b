import { expect, test } from 'vitest'
import { startServer } from '../../../mocks/hosts/node.ts'
import { scenarios } from '../../../mocks/scenarios/index.ts'
import { parseWorld } from '../../../mocks/world/world.ts'
import { said } from '../../support/command-line.ts'

test('scenario lists every named world, as text and as JSON', async () => {
  const { out } = await said(['scenario'])
  expect(out.split('\n')).toEqual(
    scenarios.map(
      ({ name, title }) => expect.stringMatching(new RegExp(`^${name} +.`)) && expect.stringContaining(title),
    ),
  )
  expect((await said(['scenario', 'list'])).out).toBe(out)
  expect(JSON.parse((await said(['scenario', '--json'])).out)).toEqual(
    scenarios.map(({ name, title }) => ({ name, title })),
  )
})

test.for(scenarios.map(({ name }) => name))('scenario show %s prints a world', async (name) => {
  const { code, out } = await said(['scenario', 'show', name, '--at', '2026-01-31', '--seed', '9'])
  expect(code).toBe(0)
  expect(parseWorld(JSON.parse(out))).toEqual(JSON.parse(out))
  expect(JSON.parse(out)).toMatchObject({ seed: 9 })
  expect((await said(['scenario', 'show', name, '--at', '2026-01-31', '--seed', '9'])).out).toBe(out)
})

test('scenario use gives a running server another world', async () => {
  const server = await startServer({ port: 0 })
  try {
    const { code, out } = await said(['scenario', 'use', 'rate-limited', '--url', server.url])
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('rate-limited: Every request') })
    expect((await server.backend.session().state()).scenario).toBe('rate-limited')
    await said(['scenario', 'use', 'missing', '--url', server.url, '--sandbox', 'ann'])
    expect((await server.backend.session('ann').state()).scenario).toBe('missing')
    expect((await server.backend.session().state()).scenario).toBe('rate-limited')
  } finally {
    await server.close()
  }
})

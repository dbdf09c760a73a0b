import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { reloadWorld } from '../../../bin/mock/reload-world.ts'
import { worldIn } from '../../../bin/mock/world-in.ts'
import { moveSession } from '../../../mocks/clock-verbs.ts'
import type { World } from '../../../mocks/world/world.ts'
import { aBackend, startedAt } from '../../mocks/a-backend.ts'

const folder = mkdtempSync(join(tmpdir(), 'playhead-'))
afterAll(() => rmSync(folder, { recursive: true }))

const worldOf = (...refs: readonly string[]): string =>
  JSON.stringify({ calls: refs.map((ref) => ({ ref })) })

/** A file that is watched, and what is said of its changes, one after the other. */
const watched = async (name: string) => {
  const file = join(folder, name)
  writeFileSync(file, worldOf('first'))
  const world = worldIn(worldOf('first'), name, { at: startedAt, seed: undefined })
  const session = aBackend({ start: { world } }).backend.session()
  const said: string[] = []
  let wake = (): void => {}
  const taken: World[] = []
  const close = await reloadWorld({
    file: name,
    cwd: folder,
    at: startedAt,
    seed: undefined,
    session,
    taken: (world) => taken.push(world),
    say: (text) => {
      said.push(text)
      wake()
    },
  })
  return {
    file,
    session,
    taken,
    said,
    /** What is said next, once something has been done. */
    after: async (act: () => void): Promise<string> => {
      const heard = new Promise<void>((resolve) => {
        wake = resolve
      })
      act()
      await heard
      return said.at(-1) ?? ''
    },
    refs: async () => (await session.state()).world.calls.map(({ ref }) => ref),
    [Symbol.asyncDispose]: close,
  }
}

test('a change is taken in, however it is saved, and the clock goes on', async () => {
  await using one = await watched('a.json')
  await moveSession(one.session, 'advance', '15m')
  const now = await one.session.now()
  expect(await one.after(() => writeFileSync(one.file, worldOf('second')))).toContain('a.json has changed')
  expect(await one.refs()).toEqual(['second'])

  const beside = join(folder, 'a.json.swp')
  const renamed = await one.after(() => {
    writeFileSync(beside, worldOf('third', 'fourth'))
    renameSync(beside, one.file)
  })
  expect(renamed).toContain('the world is the new one')
  expect(await one.refs()).toEqual(['third', 'fourth'])
  expect(one.taken.map(({ calls }) => calls.length)).toEqual([1, 2])
  expect(await one.session.now()).toBe(now)
})

test('what cannot be taken in changes nothing, and the reason is said', async () => {
  await using one = await watched('b.json')
  for (const [text, why] of [
    ['{ "calls": [', 'as JSON'],
    ['{ "calls": [{ "ref": 1 }] }', 'calls.0.ref'],
    ['{ "playhead": 99 }', 'version 99'],
  ] as const) {
    const told = await one.after(() => writeFileSync(one.file, text))
    expect(told).toContain('the world before stands')
    expect(told).toContain(why)
    expect(await one.refs()).toEqual(['first'])
  }
  expect(await one.after(() => rmSync(one.file))).toContain('there is no such file')
  await one.after(() => writeFileSync(one.file, worldOf('mended')))
  expect(await one.refs()).toEqual(['mended'])
})

test('other files of the folder, and what is the same as before, are nothing to speak of', async () => {
  await using one = await watched('c.json')
  writeFileSync(join(folder, 'd.json'), worldOf('another'))
  writeFileSync(one.file, worldOf('first'))
  await one.after(() => writeFileSync(one.file, worldOf('second')))
  expect(one.said).toHaveLength(1)
})

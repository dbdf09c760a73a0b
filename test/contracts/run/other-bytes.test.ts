import { expect, test } from 'vitest'
import { reference } from '../../../contracts/clients/reference.ts'
import { download, trouble, witness } from '../../../contracts/rules/witness.ts'
import { disturbanceWords } from '../../../contracts/run/disturbance-words.ts'
import { runCase } from '../../../contracts/run/run-case.ts'
import type { Step } from '../../../contracts/step.ts'
import { vendorNamed } from '../../../mocks/vendors/named.ts'

const run = (...steps: readonly Step[]) =>
  runCase(witness('osvi', steps), vendorNamed('osvi', 'Cannot run a case'), reference)

const replaced = trouble({ kind: 'other-bytes', as: 'replaced' }, undefined, 'storage', 1)

test('a history knows the bytes of the object before, and of the one behind, once that was sent', async () => {
  expect((await run(replaced, download())).truths).toHaveLength(1)
  const { truths, events } = await run(replaced, download(), download())
  expect(truths).toHaveLength(2)
  const [before, behind] = truths
  expect(before).toMatchObject({ call: 'c1', segment: 0, from: 0, length: behind?.length })
  expect(before?.sha256).not.toBe(behind?.sha256)
  const got = events.flatMap((event) =>
    event.kind === 'answered' && event.outcome?.kind === 'downloaded' ? [event.outcome.sha256] : [],
  )
  expect(got).toEqual([before?.sha256, behind?.sha256])
})

test('a client that looks where a part begins has the recording', async () => {
  const elsewhere = trouble({ kind: 'other-bytes', as: 'elsewhere' }, 1, 'storage')
  const { events, truths } = await run(elsewhere, download({ from: 1000 }))
  const sent = events.flatMap((event) =>
    event.kind === 'received' && event.object ? [[event.status, event.object.from]] : [],
  )
  expect(sent).toEqual([
    [206, 500],
    [200, 0],
  ])
  expect(events.at(-1)).toMatchObject({ outcome: { kind: 'downloaded', sha256: truths[0]?.sha256 } })
})

test('a client that looks at the tag begins anew, and has the one object or the other', async () => {
  const { events, truths } = await run(trouble({ kind: 'truncate' }, 1, 'storage'), replaced, download())
  const statuses = events.flatMap((event) =>
    event.kind === 'received' && event.object ? [[event.status, event.object.from]] : [],
  )
  expect(statuses).toEqual([
    [200, 0],
    [206, expect.any(Number)],
    [200, 0],
  ])
  expect(events.at(-1)).toMatchObject({ outcome: { kind: 'downloaded', sha256: truths[1]?.sha256 } })
})

test.each([
  ['whole', 'the whole, whatever range is asked for, for all storage requests'],
  ['elsewhere', 'a part that begins elsewhere for all storage requests'],
  ['replaced', 'another object in its place for all storage requests'],
] as const)('%s is told in words', (as, wanted) => {
  const on = { role: 'storage' } as const
  expect(disturbanceWords({ id: 't', effect: { kind: 'other-bytes', as }, on, skip: 0 })).toBe(wanted)
})

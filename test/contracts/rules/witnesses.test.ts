import { describe, expect, test } from 'vitest'
import type { Case } from '../../../contracts/case.ts'
import { reference } from '../../../contracts/clients/reference.ts'
import { rules } from '../../../contracts/rules/index.ts'
import type { Step } from '../../../contracts/step.ts'
import { ruleOf } from './a-history.ts'
import { recorded } from './recorded.ts'

type Ask = Extract<Step, { do: 'ask' }>

const asksOf = ({ steps }: Case): readonly Ask[] => steps.filter((step) => step.do === 'ask')

const witnesses = rules.flatMap((rule) =>
  rule.vendors.map((vendor) => ({ name: `${rule.id} at ${vendor}`, rule, vendor })),
)

describe.each(witnesses)('the witness of $name', ({ rule, vendor }) => {
  test('asks for every call that it shows, and for no other, unless it asks by ids alone', () => {
    const given = rule.witness(vendor)
    const shown = given.world.calls.map(({ ref }) => ref)
    const asked = asksOf(given).flatMap(({ call, id }) => (id === undefined ? call : []))
    if (asked.length > 0) expect([...new Set(asked)].toSorted()).toEqual(shown.toSorted())
  })

  test('gives each part of a call a name of its own, and each odd id a text', () => {
    const given = rule.witness(vendor)
    for (const { segments } of given.world.calls)
      expect(new Set(segments.map(({ id }) => id)).size).toBe(segments.length)
    for (const { id } of asksOf(given)) expect(id).not.toBe('')
  })

  test('waits for no answer that is held back', () => {
    let held = false
    for (const step of rule.witness(vendor).steps) {
      if (step.do === 'hold') held = true
      if (step.do === 'deliver' || step.do === 'cancel') held = false
      if (step.do === 'ask' && held) expect(step.overlap).toBe(true)
    }
  })
})

const answersIn = async (rule: string, vendor: string) =>
  (await recorded(ruleOf(rule).witness(vendor), vendor, reference)).events.flatMap((event) =>
    event.kind === 'answered' ? [event.outcome] : [],
  )

test('a recording that is gone, and what was replied to it', async () => {
  expect(await answersIn('replies-outlive-the-recording', 'voqo')).toMatchObject([
    { kind: 'expired' },
    { kind: 'replies', replies: [{ id: 'r1', from: '+15550100', body: 'Yes' }] },
  ])
})

test('a length that is no whole number of seconds', async () => {
  expect(await answersIn('one-unit-of-duration', 'feather')).toMatchObject([
    { kind: 'playable', segments: [{ durationSeconds: 61.5 }] },
  ])
})

test('a clock that is too fast, and one that is too slow', () => {
  const skews = ruleOf('a-skewed-clock-still-plays')
    .witness('osvi')
    .steps.flatMap((step) => (step.do === 'skew' ? step.ms : []))
  expect(skews).toEqual([300_000, -300_000])
})

const callsAsked = (rule: string, vendor: string): readonly string[] =>
  asksOf(ruleOf(rule).witness(vendor)).map(({ call }) => call)

test('what a fast clock was told, and what a slow one was told, is asked for again', () => {
  expect(callsAsked('a-skewed-clock-still-plays', 'osvi')).toEqual(['c1', 'c1', 'c2', 'c2'])
})

test('no status at all, alone and beside one that is new', () => {
  expect(callsAsked('survive-an-unknown-status', 'quo')).toEqual(['c2', 'c1', 'c2'])
})

test('replies where a vendor has any', () => {
  const opsAt = (vendor: string): readonly string[] =>
    asksOf(ruleOf('stop-when-cancelled').witness(vendor)).map(({ op }) => op)
  expect([opsAt('voqo'), opsAt('quo')]).toEqual([
    ['look', 'download', 'replies'],
    ['look', 'download'],
  ])
})

test('asks past the end, and for each part', () => {
  const fromOf = (rule: string) =>
    asksOf(ruleOf(rule).witness('quo')).map(({ from, segment }) => [from, segment])
  expect(fromOf('resume-where-it-stopped')).toContainEqual([900_000_000, undefined])
  expect(fromOf('give-every-byte')).toEqual([
    [undefined, undefined],
    [undefined, 1],
  ])
  expect(ruleOf('give-every-byte').witness('quo').world.calls[0]?.segments).toHaveLength(2)
})

test('a burst, all at once', () => {
  const burst = asksOf(ruleOf('stay-within-the-quota').witness('quo'))
  expect(burst).toHaveLength(12)
  for (const { overlap } of burst) expect(overlap).toBe(true)
})

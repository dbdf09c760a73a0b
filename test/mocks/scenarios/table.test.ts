import { describe, expect, test } from 'vitest'
import { scenarios } from '../../../mocks/scenarios/index.ts'
import { type ScenarioRow, scenarioTable } from '../../../mocks/scenarios/table.ts'
import { vendors } from '../../../mocks/vendors/index.ts'
import type { OutcomeKind } from '../../../mocks/world/outcome.ts'

const dead = { status: 403, says: 'Request has expired' }
const deadAtGoogle = { status: 400, says: 'Invalid argument.' }
const plays = { status: 200 }

const plain = (status: number, ...allowed: OutcomeKind[]) => ({ status, allowed })
const linked = (media: ScenarioRow['media'], ...allowed: OutcomeKind[]) => ({ status: 200, media, allowed })

/** Kinds that promise nothing, in any order. */
const nothing: readonly OutcomeKind[] = [
  'unknown',
  'processing',
  'absent',
  'expired',
  'failed',
  'deleted',
  'unavailable',
]
const said = (best: OutcomeKind) => plain(200, best, ...nothing.filter((kind) => kind !== best))

const plainlyPlayable = {
  quo: linked(plays, 'playable'),
  osvi: linked(plays, 'playable'),
  envoy: linked(plays, 'playable'),
  feather: linked(plays, 'playable', 'unknown'),
  voqo: linked(plays, 'playable'),
}

const everywhere = (row: object) => Object.fromEntries(vendors.map(({ id }) => [id, row]))

/** Written by hand from what the vendors' pages say, not from what the simulator does. */
const wanted: Readonly<Record<string, Readonly<Record<string, object>>>> = {
  default: plainlyPlayable,
  valid: plainlyPlayable,
  segments: plainlyPlayable,
  'empty-replies': plainlyPlayable,
  expired: {
    quo: linked(dead, 'playable'),
    osvi: linked(dead, 'playable'),
    envoy: linked(dead, 'expired', 'unavailable', 'unknown'),
    feather: linked(dead, 'playable', 'unknown'),
    voqo: said('expired'),
  },
  missing: {
    quo: plain(404, 'not-found'),
    osvi: plain(404, 'not-found', 'absent'),
    envoy: plain(404, 'not-found', 'absent', 'processing'),
    feather: plain(404, 'not-found'),
    voqo: plain(404, 'not-found'),
  },
  processing: {
    quo: plain(200, 'processing'),
    osvi: plain(404, 'absent', 'not-found', 'processing'),
    envoy: plain(404, 'not-found', 'absent', 'processing'),
    feather: said('processing'),
    voqo: said('expired'),
  },
  deleted: {
    quo: plain(200, 'deleted'),
    osvi: plain(404, 'absent', 'not-found', 'processing'),
    envoy: plain(404, 'not-found', 'absent', 'processing'),
    feather: said('deleted'),
    voqo: said('expired'),
  },
  unauthorized: { ...everywhere(plain(401, 'unauthorized')), voqo: linked(plays, 'playable') },
  redacted: { ...plainlyPlayable, feather: said('processing') },
  'no-audio': { ...plainlyPlayable, feather: said('absent') },
  retention: { ...plainlyPlayable, voqo: said('expired') },
  'google-storage': {
    quo: linked(deadAtGoogle, 'playable'),
    osvi: linked(deadAtGoogle, 'playable'),
    envoy: linked(deadAtGoogle, 'expired', 'unavailable', 'unknown'),
    feather: linked(deadAtGoogle, 'playable', 'unknown'),
    voqo: said('expired'),
  },
  'plain-storage': plainlyPlayable,
  'live-errors': {
    quo: plain(404, 'not-found'),
    osvi: plain(404, 'not-found', 'absent'),
    envoy: plain(404, 'not-found', 'absent', 'processing'),
    feather: plain(404, 'not-found'),
    voqo: plain(404, 'not-found'),
  },
  'success-false': {
    quo: plain(200, 'unavailable', 'unknown'),
    osvi: plain(200, 'unknown', 'absent', 'unavailable', 'not-found'),
    envoy: plain(200, 'unknown', 'absent', 'processing', 'expired', 'unavailable'),
    feather: said('unknown'),
    voqo: plain(200, 'unavailable', 'unknown'),
  },
  bursts: everywhere(plain(503, 'unavailable')),
  'expiring-key': plainlyPlayable,
  'rate-limited': everywhere(plain(429, 'rate-limited')),
  flaky: everywhere(plain(503, 'unavailable')),
}

const sorted = (row: object): object => {
  const allowed = 'allowed' in row && Array.isArray(row.allowed) ? row.allowed : []
  return { ...row, best: allowed[0], allowed: [...allowed].toSorted() }
}

describe('asking for `playable` at the start', () => {
  const rows = scenarioTable(1_769_850_000_000)

  test.each(rows.map((row) => [row.scenario, row.vendor, row] as const))(
    'of %s at %s',
    (scenario, vendor, row) => {
      expect(sorted(row)).toEqual(sorted({ scenario, vendor, ...wanted[scenario]?.[vendor] }))
    },
  )

  test('is answered in every scenario by every vendor', () => {
    expect(rows).toHaveLength(scenarios.length * vendors.length)
    expect(Object.keys(wanted).toSorted()).toEqual(scenarios.map(({ name }) => name).toSorted())
  })

  test('is answered alike at any start, between two milliseconds as well', () => {
    for (const start of [1_769_850_000_123, 4_102_444_800_000]) expect(scenarioTable(start)).toEqual(rows)
    // An hour after 1970 nothing can be six months old.
    const young = (given: readonly ScenarioRow[]) => given.filter(({ scenario }) => scenario !== 'retention')
    for (const start of [3_600_000, 3_600_999]) expect(young(scenarioTable(start))).toEqual(young(rows))
  })
})

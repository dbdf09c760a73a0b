import { nodeHasher } from '../../mocks/node-hash.ts'
import type { Vendor } from '../../mocks/vendors/define.ts'
import { changesIn } from '../../mocks/world/changes.ts'
import type { Place } from '../../mocks/world/place.ts'
import type { World } from '../../mocks/world/world.ts'
import type { Case } from '../case.ts'
import type { ClientModule } from '../client.ts'
import type { Transport } from '../define.ts'
import type { History, Op } from '../history.ts'
import { openAgenda } from './agenda.ts'
import { openAsks, opsOf } from './asks.ts'
import { benchFor } from './bench.ts'
import { withCanaries } from './canaries.ts'
import { carryOut, type Stage } from './carry-out.ts'
import { openConnections } from './connections.ts'
import { direct } from './direct.ts'
import { type FakedTime, fakeTime } from './faked-time.ts'
import { openFuse } from './fuse.ts'
import { openMask } from './mask.ts'
import { owner } from './owner.ts'
import { untilQuiet } from './quiet.ts'
import { openRecorder } from './recorder.ts'
import { shownBy } from './shown-by.ts'
import { openTraffic } from './traffic.ts'
import { truthsFor } from './truths.ts'
import { openWaiting } from './waiting.ts'
import { changesBetween, statesIn } from './world-changes.ts'

/** The host that signatures cover, on every transport alike, so that histories do not depend on where it stands. */
const storageHost = 'storage.playhead.test'

/** Made once: an error of its own for each case takes longer than a short case. */
const caseOver = new DOMException('The case is over.', 'AbortError')

const allOps: readonly Op[] = ['look', 'download', 'replies']

/**
 * Runs one case with one client and writes down everything that can be observed. Time is virtual: it moves by the
 * case's own steps, and by itself only while the client waits. The same case and a client without whims give the same
 * history, byte for byte.
 * @throws PlayheadError `broken-adapter` where there is no client to speak of, `client-busy` where it never rests
 */
export const runCase = async (
  whole: Case,
  vendor: Vendor,
  client: ClientModule,
  transport: Transport = direct,
): Promise<History> => {
  const given = shownBy(transport.asRun?.(whole) ?? whole, transport)
  const { capabilities = {} } = client
  const askers = given.steps.flatMap((step) => (step.do === 'ask' ? [step.account ?? 'default'] : []))
  const canaries = withCanaries(given, vendor, [...new Set(askers)])
  let { world }: { world: World } = canaries
  let { skewMs } = given.clock
  let over = false
  const fuse = openFuse()
  const isDeaf = (): boolean => over || asks.isGivenUp(owner.getStore()) || fuse.blown()

  const opened = await transport.open({
    isDeaf,
    origins: [vendor.origin, ...(vendor.alsoAt ?? [])],
    arrive: (arrival, line) => traffic.arrive(arrival, line),
    issue: () => traffic.issue(),
  })
  const { apiOrigin, storageOrigin } = opened
  const place: Place = { sandbox: 'default', apiOrigin, storageOrigin, storageHost }
  const recorder = openRecorder(openMask({ apiOrigin, storageOrigin, keys: canaries.keys }))
  const changes = changesIn(world)
  const agenda = openAgenda(given.clock.at, (from, to) => {
    for (const change of changesBetween(changes, traffic.grants, from, to))
      recorder.record({ kind: 'world', ...change })
    faked?.follow()
  })
  let faked: FakedTime | undefined
  const asks = openAsks(agenda, recorder, vendor, () => world)
  const traffic = openTraffic({
    agenda,
    recorder,
    setting: () => ({ world, place, vendors: [vendor], now: agenda.now(), hasher: nodeHasher }),
    usage: canaries.usage,
    openAsks: asks.open,
    owner: () => owner.getStore(),
  })
  const waiting = openWaiting(agenda, asks, traffic, opened, () => {
    fuse.rest()
    faked?.plan()
  })
  const ending = new AbortController()
  const benchOptions = {
    vendor: vendor.id,
    transport: opened,
    agenda,
    recorder,
    skewMs: () => skewMs,
    isDeaf,
    signal: ending.signal,
  }
  const connections = openConnections(
    client,
    (account) => benchFor(benchOptions, canaries.credentialsOf(account)),
    waiting,
  )
  const stage: Stage = {
    vendor,
    capabilities,
    agenda,
    recorder,
    asks,
    traffic,
    waiting,
    connections,
    keepTime: opened.keepTime,
    world: () => world,
    changeWorld: (next) => {
      world = next
    },
    skew: (ms) => {
      skewMs = ms
      faked?.set()
    },
  }

  try {
    if (client.ownTimers) faked = fakeTime(agenda, () => agenda.now() + skewMs)
    const asked = given.steps.flatMap((step) => (step.do === 'ask' ? [step.call] : []))
    for (const what of statesIn(world, asked, agenda.now()))
      recorder.record({ kind: 'world', at: agenda.now(), what })
    if (skewMs !== 0) recorder.record({ kind: 'skewed', at: agenda.now(), ms: skewMs })
    for (const step of given.steps) await carryOut(step, stage)
    await waiting.settle()
    await waiting.wearOff()
    traffic.close()
  } finally {
    over = true
    try {
      ending.abort(caseOver)
      await opened.close()
      // A client whose sockets are taken from under it may want to try again later: not within the next case.
      if (faked) await untilQuiet()
    } finally {
      faked?.close()
    }
  }
  const { events } = recorder
  const ops = new Set(connections.all().flatMap(opsOf))
  return {
    vendor: vendor.id,
    client: client.name ?? 'client',
    capabilities,
    ops: allOps.filter((op) => ops.has(op)),
    start: given.clock.at,
    events,
    truths: truthsFor(world, vendor, events, traffic.sent),
  }
}

import { createHash } from 'node:crypto'
import { soundOf } from '../../mocks/simulator/minting.ts'
import type { Vendor } from '../../mocks/vendors/define.ts'
import type { Segment } from '../../mocks/world/recording.ts'
import { callOf, type World } from '../../mocks/world/world.ts'
import type { Event, Truth } from '../history.ts'

const known = new WeakMap<Segment, Map<string, Truth>>()

const truthOf = (
  world: World,
  vendor: Vendor,
  ref: string,
  index: number,
  from: number,
): readonly Truth[] => {
  const call = callOf(world, ref)
  const segment = call?.segments[index]
  if (!call || !segment) return []
  const name = `${vendor.id} ${from}`
  const ofSegment = known.get(segment) ?? new Map<string, Truth>()
  known.set(segment, ofSegment)
  const told = ofSegment.get(name)
  if (told) return [told]
  const sound = soundOf(world, vendor, call, segment)
  const bytes = sound.read(from, sound.length)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const truth: Truth = { call: ref, segment: index, from, length: bytes.length, sha256 }
  ofSegment.set(name, truth)
  return [truth]
}

/**
 * What the downloads of a history ought to have brought: for every one that was answered, the bytes from where it says
 * it began, of each stored object that was sent for its call.
 */
export const truthsFor = (
  world: World,
  vendor: Vendor,
  events: readonly Event[],
  sent: readonly { readonly call: string; readonly segment: number }[],
): readonly Truth[] => {
  const asks = new Map(events.flatMap((event) => (event.kind === 'asked' ? [[event.ask, event.call]] : [])))
  const wanted = new Set<string>()
  const truths: Truth[] = []
  for (const event of events) {
    if (event.kind !== 'answered' || event.outcome?.kind !== 'downloaded') continue
    const { from } = event.outcome
    if (!Number.isSafeInteger(from) || from < 0) continue
    const call = asks.get(event.ask)
    for (const object of sent) {
      const name = `${object.call}/${object.segment}/${from}`
      if (object.call !== call || wanted.has(name)) continue
      wanted.add(name)
      truths.push(...truthOf(world, vendor, object.call, object.segment, from))
    }
  }
  return truths
}

import { createHash } from 'node:crypto'
import { soundOf, type Version, versions } from '../../mocks/simulator/minting.ts'
import type { Vendor } from '../../mocks/vendors/define.ts'
import type { Audio } from '../../mocks/world/audio.ts'
import { callOf } from '../../mocks/world/lookup.ts'
import type { World } from '../../mocks/world/world.ts'
import type { Event, Truth } from '../history.ts'

const known = new WeakMap<Audio, Map<number, Pick<Truth, 'length' | 'sha256'>>>()

const bytesFrom = (sound: Audio, from: number): Pick<Truth, 'length' | 'sha256'> => {
  const ofSound = known.get(sound) ?? new Map<number, Pick<Truth, 'length' | 'sha256'>>()
  known.set(sound, ofSound)
  const told = ofSound.get(from)
  if (told) return told
  const bytes = sound.read(from, sound.length)
  const made = { length: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
  ofSound.set(from, made)
  return made
}

/**
 * What the downloads of a history ought to have brought: for every one that was answered, the bytes from where it says
 * it began, of each stored object that was sent for its call, and of the one that has replaced it, where that was sent.
 */
export const truthsFor = (
  world: World,
  vendor: Vendor,
  events: readonly Event[],
  sent: readonly { readonly call: string; readonly segment: number }[],
): readonly Truth[] => {
  const tags = new Set(
    events.flatMap((event) => (event.kind === 'received' && event.object ? [event.headers.etag] : [])),
  )
  const truthsOf = (ref: string, index: number, from: number): readonly Truth[] => {
    const call = callOf(world, ref)
    const segment = call?.segments[index]
    if (!call || !segment) return []
    const soundAs = (version: Version): Audio => soundOf(world, vendor, call, segment, version)
    return versions
      .filter((version) => version === 0 || tags.has(`"${soundAs(version).etag}"`))
      .map((version) => ({ call: ref, segment: index, from, ...bytesFrom(soundAs(version), from) }))
  }
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
      truths.push(...truthsOf(object.call, object.segment, from))
    }
  }
  return truths
}

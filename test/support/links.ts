import { simulate } from '../../mocks/simulator.ts'
import type { Vendor } from '../../mocks/vendors/define.ts'
import { vendors } from '../../mocks/vendors/index.ts'
import { idOf } from '../../mocks/vendors/lookup.ts'
import type { WireResponse } from '../../mocks/world/exchange.ts'
import type { Grant } from '../../mocks/world/grant.ts'
import type { Instant } from '../../mocks/world/instant.ts'
import type { LinkKind } from '../../mocks/world/recording.ts'
import type { StorageId } from '../../mocks/world/storage-id.ts'
import { always, valueAt } from '../../mocks/world/timeline.ts'
import { unused } from '../../mocks/world/usage.ts'
import type { World } from '../../mocks/world/world.ts'
import { answeredBy, asking, fetching, settingOf } from './asking.ts'

/** A link as it was handed out to a client, with what the client was told of its end and what it is worth. */
export interface Link extends Grant {
  readonly toldUntil: Instant | undefined
  readonly worth: LinkKind | undefined
}

/** The links that a vendor hands out in a world at an instant, asked once for each of the default account's calls. */
export const linksOf = (vendor: Vendor, world: World, now: Instant): readonly Link[] =>
  world.calls.flatMap((call) => {
    const request = asking(vendor, idOf(vendor, world, call))
    const { response, sighting } = simulate(settingOf(world, now), unused, 'api', request)
    const { outcome } = vendor.decode(answeredBy(response), now)
    const told = outcome.kind === 'playable' ? outcome.segments : []
    return sighting.grants.map((grant) => {
      const segment = call.segments.find(({ id }) => id === grant.segment)
      return {
        ...grant,
        toldUntil: told.find(({ url }) => url === grant.url)?.expiresAt,
        worth: segment && valueAt(segment.link, now),
      }
    })
  })

/** The same world, with all vendors' links leading to one kind of storage. */
export const withStorage = (world: World, storage: StorageId): World => ({
  ...world,
  storage: Object.fromEntries(vendors.map(({ id }) => [id, storage])),
})

/** The same world, with links of one kind only. */
export const withLinks = (world: World, kind: LinkKind): World => ({
  ...world,
  calls: world.calls.map((call) => ({
    ...call,
    segments: call.segments.map((segment) => ({ ...segment, link: always(kind) })),
  })),
})

/** What storage answers to a link at an instant. */
export const fetched = (world: World, url: string, now: Instant, sandbox = 'default'): WireResponse =>
  simulate(settingOf(world, now, sandbox), unused, 'storage', fetching(url)).response

import type { Minted } from '../sandboxes.ts'
import { fixedIds, refs as fixedRefs, type Ref } from '../scenarios/refs.ts'
import type { Session } from '../session.ts'
import { keyHeaders, ownKey } from '../vendors/ask.ts'
import type { Vendor } from '../vendors/define.ts'
import { idOf } from '../vendors/lookup.ts'
import { callOf } from '../world/lookup.ts'
import type { World } from '../world/world.ts'

/** How to reach one vendor. */
export interface ReadyVendor {
  readonly baseUrl: string
  /** What to send to be let in. */
  readonly headers: Readonly<Record<string, string>>
  /** The vendor's id of each call, by the world's name for it. */
  readonly refs: Readonly<Record<string, string>>
}

/** What a server says of itself once it listens: the one line of `playhead mock --json`. */
export interface Ready {
  readonly url: string
  readonly storageUrl: string
  /** By the vendor's id. */
  readonly vendors: Readonly<Record<string, ReadyVendor>>
}

/** Through which door a sandbox is reached; the default one needs none. */
export interface Door {
  /** What stands before the path, such as `/~ann`. */
  readonly prefix?: string
  /** Credentials that lead there by themselves. */
  readonly minted?: Minted
}

/** Calls told of one by one; a world of more tells the first. */
const mostRefs = 1000

const refsOf = (vendor: Vendor, world: World, ending: string): Record<string, string> => {
  const listed = world.calls
    .slice(0, mostRefs)
    .map((call) => [call.ref, `${idOf(vendor, world, call)}${ending}`])
  // `missing` is in no world, which is its point.
  const unlisted = fixedRefs.filter((ref) => ref === 'missing' && !callOf(world, ref))
  const fixed = unlisted.flatMap((ref: Ref) => {
    const id = fixedIds(ref)[vendor.id]
    return id === undefined ? [] : [[ref, `${id}${ending}`]]
  })
  return Object.fromEntries([...listed, ...fixed])
}

/** Tells how to reach each vendor in a session, through a door. */
export const readyOf = async (session: Session, { prefix = '', minted = {} }: Door = {}): Promise<Ready> => {
  const { world } = await session.state()
  const { apiOrigin, storageOrigin } = session.place
  return {
    url: apiOrigin,
    storageUrl: storageOrigin,
    vendors: Object.fromEntries(
      session.vendors.map((vendor): [string, ReadyVendor] => {
        const secret = minted[vendor.id]
        const ending = secret === undefined || vendor.credential ? '' : `-${secret}`
        return [
          vendor.id,
          {
            baseUrl: `${apiOrigin}${prefix}/${vendor.id}`,
            headers: keyHeaders(vendor, secret ?? ownKey(world, vendor)),
            refs: refsOf(vendor, world, ending),
          },
        ]
      }),
    ),
  }
}

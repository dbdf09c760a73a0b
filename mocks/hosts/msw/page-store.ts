import * as v from 'valibot'
import type { NewState } from '../../session.ts'
import type { Store } from '../../stores/define.ts'
import { memoryStore } from '../../stores/memory.ts'
import { InstantSchema } from '../../world/instant-schema.ts'
import { WorldSchema } from '../../world/world.ts'

/** Where a page keeps texts: `sessionStorage`, which outlives a reload and ends with the tab. */
export type PageStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const speed = v.pipe(v.number(), v.finite())

const SnapshotSchema = v.object({
  begun: v.string(),
  scenario: v.string(),
  world: WorldSchema,
  clock: v.variant('mode', [
    v.object({ mode: v.literal('running'), speed, realAt: InstantSchema, virtualAt: InstantSchema }),
    v.object({ mode: v.literal('frozen'), speed, virtualAt: InstantSchema }),
  ]),
})

const jsonOf = (text: string | null): unknown => {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return undefined
  }
}

/**
 * A store in memory whose worlds and clocks survive a reload of the page. Journals and counts begin anew with the page. A
 * snapshot that cannot be read, or began otherwise, is as none.
 * @param begun how sessions begin, as a text: once it changes, what was kept is forgotten
 */
export const pageStore = (storage: PageStorage, begun: string): Store => {
  const inner = memoryStore()
  const keyOf = (sandbox: string): string => `playhead:${sandbox}`

  const keep = (sandbox: string, { world, clock, scenario }: NewState): void => {
    try {
      storage.setItem(keyOf(sandbox), JSON.stringify({ begun, scenario, clock, world }))
    } catch {
      // The page's storage is full, or closed to it: half of the truth is worse than none.
      storage.removeItem(keyOf(sandbox))
    }
  }

  const restored = async (sandbox: string) => {
    const read = v.safeParse(SnapshotSchema, jsonOf(storage.getItem(keyOf(sandbox))))
    if (!read.success || read.output.begun !== begun) return undefined
    const { scenario, clock, world } = read.output
    await inner.change(sandbox, 0, { scenario, clock, world })
    return inner.state(sandbox)
  }

  return {
    ...inner,
    state: async (sandbox) => (await inner.state(sandbox)) ?? restored(sandbox),
    change: async (sandbox, expected, next, forget) => {
      const changed = await inner.change(sandbox, expected, next, forget)
      if (changed) keep(sandbox, next)
      return changed
    },
    remove: async (sandbox) => {
      storage.removeItem(keyOf(sandbox))
      await inner.remove(sandbox)
    },
  }
}

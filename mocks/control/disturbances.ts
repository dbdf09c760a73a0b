import * as v from 'valibot'
import { DisturbanceSchema } from '../world/disturbance.ts'
import { PlayheadError, shown } from '../world/error.ts'
import { nearest } from '../world/nearest.ts'
import { parseWorld, type World } from '../world/world.ts'
import type { ControlHandlers } from './define.ts'
import { readBody } from './read-body.ts'

const { entries } = DisturbanceSchema.pipe[0]
const NewDisturbance = v.strictObject({ ...entries, id: v.optional(entries.id) })

const cure =
  'Send {"effect": {"kind": "status", "status": 503}, "on": {"vendor": "osvi"}, "count": 2}; see docs/world.md.'

/** The first of d1, d2 … that is free. */
const freeId = ({ disturbances }: World): string => {
  const taken = new Set(disturbances.map(({ id }) => id))
  let number = 1
  while (taken.has(`d${number}`)) number++
  return `d${number}`
}

const unknownVendor = (vendor: string, ids: readonly string[]): PlayheadError =>
  new PlayheadError({
    code: 'unknown-vendor',
    act: `Cannot disturb the vendor ${shown(vendor)}`,
    cure: `Did you mean ${nearest(vendor, ids)}? There are ${ids.join(', ')}.`,
  })

export const disturbances: ControlHandlers<
  'getDisturbances' | 'addDisturbance' | 'removeDisturbances' | 'removeDisturbance'
> = {
  getDisturbances: async ({ session }) => ({
    status: 200,
    body: { disturbances: (await session().state()).world.disturbances },
  }),
  addDisturbance: async ({ backend, session, json }) => {
    const given = readBody(NewDisturbance, json, cure)
    const ids = backend.vendors.map(({ id }) => id)
    const { vendor } = given.on
    if (vendor !== undefined && !ids.includes(vendor)) throw unknownVendor(vendor, ids)
    const { world } = await session().change((state) => {
      const added = { ...given, id: given.id ?? freeId(state.world) }
      return {
        world: parseWorld({ ...state.world, disturbances: [...state.world.disturbances, added] }),
        forget: { arrivals: [added.id] },
      }
    })
    const added = world.disturbances.at(-1)
    if (!added) throw new Error('A disturbance that was added is not there.')
    return { status: 201, body: added }
  },
  removeDisturbances: async ({ session }) => {
    await session().change(({ world }) => ({ world: { ...world, disturbances: [] } }))
    return { status: 200, body: { disturbances: [] } }
  },
  removeDisturbance: async ({ session, parameter }) => {
    const { world } = await session().change((state) => {
      const left = state.world.disturbances.filter(({ id }) => id !== parameter)
      if (left.length === state.world.disturbances.length)
        throw new PlayheadError({
          code: 'no-such-disturbance',
          act: `Cannot disarm the disturbance ${shown(parameter)}: none has this id`,
          cure: 'GET disturbances lists those that are armed.',
        })
      return { world: { ...state.world, disturbances: left } }
    })
    return { status: 200, body: { disturbances: world.disturbances } }
  },
}

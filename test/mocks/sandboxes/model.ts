import type { Backend } from '../../../mocks/sandboxes.ts'
import { startedAt } from '../a-backend.ts'
import { askOsvi } from '../asking.ts'
import { control } from '../control/asking-control.ts'

/** Something done in one sandbox. */
export type Act =
  | { readonly kind: 'ask' }
  | { readonly kind: 'advance'; readonly minutes: number }
  | { readonly kind: 'scenario'; readonly name: 'default' | 'deleted' }
  | { readonly kind: 'arm'; readonly count: number }
  | { readonly kind: 'remove' }

/** What one sandbox is by itself, told in a few words; it knows of no other. */
export interface Model {
  now: number
  scenario: 'default' | 'deleted'
  /** By disturbance, in the order they were armed: how many it will still strike. */
  armed: number[]
  journal: number
  exists: boolean
}

export const newModel = (): Model => ({
  now: startedAt,
  scenario: 'default',
  armed: [],
  journal: 0,
  exists: false,
})

/** What the model answers to a request; the same as {@link done} does for real. */
export const foretold = (model: Model, act: Act): unknown => {
  const { exists } = model
  model.exists = true
  switch (act.kind) {
    case 'ask': {
      model.journal++
      // Every armed one counts the request, and the first that strikes is the one that shows.
      const strikes = model.armed.some((left) => left > 0)
      model.armed = model.armed.map((left) => left - 1)
      const status = model.scenario === 'deleted' ? 404 : 200
      return [strikes ? 503 : status, model.now, model.journal]
    }
    case 'advance':
      model.now += act.minutes * 60_000
      return model.now
    case 'scenario':
      Object.assign(model, { scenario: act.name, armed: [], journal: 0 })
      return act.name
    case 'arm':
      model.armed.push(act.count)
      return model.armed.length
    case 'remove':
      Object.assign(model, newModel())
      return exists ? 200 : 404
  }
}

const bodyOf = (response: { readonly body?: unknown }): Record<string, never> =>
  JSON.parse(String(response.body))

/** Does it for real, by the routes that everybody has. */
export const done = async (backend: Backend, name: string, act: Act): Promise<unknown> => {
  const at = `/~${name}`
  switch (act.kind) {
    case 'ask': {
      const { status, headers } = await askOsvi(backend, 'playable', at)
      const journal = await backend.session(name).journal()
      return [status, Date.parse(headers.date ?? ''), journal.length]
    }
    case 'advance':
      return bodyOf(
        await control(backend, `${at}/__playhead/clock`, {
          json: { verb: 'advance', value: `${act.minutes}m` },
        }),
      ).now
    case 'scenario':
      return bodyOf(
        await control(backend, `${at}/__playhead/scenario`, { method: 'PUT', json: { name: act.name } }),
      ).current
    case 'arm': {
      const json = { effect: { kind: 'status', status: 503 }, on: { vendor: 'osvi' }, count: act.count }
      await control(backend, `${at}/__playhead/disturbances`, { json })
      return (await backend.session(name).state()).world.disturbances.length
    }
    case 'remove':
      return (await control(backend, `/sandboxes/${name}`, { method: 'DELETE' })).status
  }
}

import { readyOf } from '../../mocks/control/ready.ts'
import { startServer } from '../../mocks/hosts/node.ts'
import { prism } from '../../mocks/hosts/prism.ts'
import type { Start } from '../../mocks/sandboxes/start.ts'
import { vendors as registry } from '../../mocks/vendors/index.ts'
import type { World } from '../../mocks/world/world.ts'
import manifest from '../../package.json' with { type: 'json' }
import type { Command } from '../command.ts'
import { invocation } from '../invocation.ts'
import { accessOf, accessTold, madeToken } from '../mock/access-of.ts'
import type { beside } from '../mock/beside.ts'
import { documentsOf } from '../mock/documents.ts'
import { environmentOf } from '../mock/environment.ts'
import { giveBackMemory } from '../mock/give-back-memory.ts'
import { greeting } from '../mock/greeting.ts'
import { mockOptions } from '../mock/options.ts'
import { publicOrigins } from '../mock/public-origins.ts'
import type { RecordFile } from '../mock/record-to.ts'
import { reloadWorld } from '../mock/reload-world.ts'
import { seedOf, startOf, worldFileOf } from '../mock/start-of.ts'
import { storeNamed } from '../mock/store-named.ts'
import { untilEnd } from '../mock/until-end.ts'
import { isOn, numberOf, textOf } from '../text-of.ts'

const ports = { least: 0, most: 65_535 }
const usualPort = 4010

/** The storage's port where only the other is given: its neighbour, or any free one beside any free one. */
const neighbourOf = (port: number): number => {
  if (port === 0) return 0
  return port === ports.most ? port - 1 : port + 1
}

/** Loaded only where something is recorded: a mock starts sooner without. */
const recorded = async (file: string, cwd: string): Promise<RecordFile> =>
  (await import('../mock/record-to.ts')).recordTo(file, cwd)

/** Loaded only where a command is given. */
const besideIt: typeof beside = async (...given) => (await import('../mock/beside.ts')).beside(...given)

/** `playhead mock`: all vendors on two origins, until it is told to end or the command beside it has ended. */
export const command: Command = {
  name: 'mock',
  summary: 'Stand all vendors up, with a clock that you move.',
  usage: '[-- COMMAND…]',
  runs: true,
  examples: [
    'playhead mock',
    'playhead mock -- npm test',
    'playhead mock --record run.jsonl -- npm test',
    'playhead mock --scenario expired',
    'playhead mock --at 2026-01-31T09:00:00Z --freeze --seed 7',
    'playhead mock --port 0 --json',
    'playhead mock --spec quo=./quo-openapi.json',
    'playhead mock --store sqlite:playhead.db',
    'playhead mock --host 0.0.0.0 --public-url http://192.168.1.20:4010 --public-storage-url http://192.168.1.20:4011',
  ],
  options: mockOptions,
  async run(context) {
    const { values, positionals, env, cwd, out, err } = context
    const [program] = positionals
    const port = numberOf(values, 'port', ports) ?? (program === undefined ? usualPort : 0)
    const storagePort = numberOf(values, 'storage-port', ports) ?? neighbourOf(port)
    const real = Date.now()
    const start: { -readonly [K in keyof Start]: Start[K] } = await startOf(context, real)
    const worldFile = worldFileOf(context)
    const fallback = prism(await documentsOf(context, registry))
    const file = textOf(values, 'record')
    const record = file === undefined ? undefined : await recorded(file, cwd)
    const store = await storeNamed(textOf(values, 'store'), cwd)
    try {
      const server = await startServer({
        port,
        storagePort,
        start,
        fallback,
        ...publicOrigins(values),
        ...accessOf(values),
        ...(store ? { store } : {}),
        ...(record ? { onlooker: record.onlooker } : {}),
      })
      const session = server.backend.session()
      const taken = (world: World): void => {
        start.world = world
      }
      const at = start.at ?? real
      const reloading =
        worldFile === undefined
          ? undefined
          : await reloadWorld({ file: worldFile, cwd, at, seed: seedOf(values), session, say: err, taken })
      try {
        giveBackMemory(start.world?.calls.length ?? 0)
        const ready = await readyOf(session)
        const { vendors } = server.backend
        const { token } = server
        if (program !== undefined)
          return await besideIt(positionals, context, environmentOf(ready, vendors, token))
        const made = madeToken(values, token)
        const line = { ...ready, ...(made === undefined ? {} : { token: made }) }
        const playhead = invocation(env)
        const shown = { vendors, version: manifest.version, playhead, ...accessTold(values, token) }
        out(isOn(values, 'json') ? JSON.stringify(line) : greeting(ready, shown))
        await untilEnd(context)
        if (!isOn(values, 'json')) err('Playhead ends.')
      } finally {
        await reloading?.()
        await server.close()
      }
    } finally {
      await store?.close()
      await record?.close()
    }
    return 0
  },
}

import { readyOf } from '../../mocks/control/ready.ts'
import { hostnameOf, isEveryAddress } from '../../mocks/hosts/host-name.ts'
import { startServer } from '../../mocks/hosts/node.ts'
import { prism } from '../../mocks/hosts/prism.ts'
import type { Start } from '../../mocks/sandboxes/start.ts'
import { vendors as registry } from '../../mocks/vendors/index.ts'
import type { World } from '../../mocks/world/world.ts'
import manifest from '../../package.json' with { type: 'json' }
import type { Command } from '../command.ts'
import { invocation } from '../invocation.ts'
import { accessOf } from '../mock/access-of.ts'
import type { beside } from '../mock/beside.ts'
import { documentsOf } from '../mock/documents.ts'
import { environmentOf } from '../mock/environment.ts'
import { giveBackMemory } from '../mock/give-back-memory.ts'
import { greeting } from '../mock/greeting.ts'
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
  options: {
    port: {
      type: 'string',
      value: 'N',
      help: 'Where vendors answer: 4010 if not given, any free port beside a command; 0 for any free port.',
    },
    'storage-port': {
      type: 'string',
      value: 'N',
      help: 'Where signed URLs point: the next port if not given.',
    },
    host: {
      type: 'string',
      value: 'ADDRESS',
      help: 'What to listen on: 127.0.0.1 if not given; where others reach it, its clock and the deck want a token.',
    },
    token: {
      type: 'string',
      value: 'TOKEN',
      help: 'What has to be shown to move the clock or see the deck; better given as PLAYHEAD_TOKEN. Made where needed.',
    },
    'allow-host': {
      type: 'string',
      multiple: true,
      value: 'NAME',
      help: 'Another name to reach the clock and the deck by; may be given several times.',
    },
    scenario: {
      type: 'string',
      value: 'NAME',
      help: 'Begin with a named world; `playhead scenario` lists them.',
    },
    world: {
      type: 'string',
      value: 'FILE',
      help: 'Begin with a world of your own, as JSON; a change of the file is taken in.',
    },
    case: {
      type: 'string',
      value: 'FILE',
      help: 'Begin with the world of a case file, at its first instant.',
    },
    at: { type: 'string', value: 'INSTANT', help: 'Where the clock begins; real time if not given.' },
    freeze: { type: 'boolean', help: 'Let the clock stand still.' },
    seed: { type: 'string', value: 'N', help: 'What ids and sounds are derived from; 1 if not given.' },
    spec: {
      type: 'string',
      multiple: true,
      value: 'VENDOR=FILE',
      help: "Answer a vendor's other operations from its whole OpenAPI document; once for each vendor.",
    },
    store: {
      type: 'string',
      value: 'STORE',
      help: 'Where sessions are kept: memory, sqlite:FILE to go on after a restart, redis://HOST:PORT to share them.',
    },
    'public-url': {
      type: 'string',
      value: 'URL',
      help: 'Where clients reach it, if not where it listens: the origin of the balancer before it.',
    },
    'public-storage-url': { type: 'string', value: 'URL', help: 'The same for storage; links name it.' },
    record: {
      type: 'string',
      value: 'FILE',
      help: 'Write every exchange into a file, for `playhead observe`; keys and signatures are masked.',
    },
    json: {
      type: 'boolean',
      help: 'Print one line of JSON when it listens: { url, storageUrl, vendors }, and the token if one was made.',
    },
  },
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
        const made = textOf(values, 'token') === undefined ? token : undefined
        const access = token === undefined ? {} : { access: { made } }
        const host = textOf(values, 'host')
        const shown = {
          vendors,
          version: manifest.version,
          playhead: invocation(env),
          ...access,
          everywhere: host !== undefined && isEveryAddress(hostnameOf(host)) ? host : undefined,
        }
        const line = { ...ready, ...(made === undefined ? {} : { token: made }) }
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

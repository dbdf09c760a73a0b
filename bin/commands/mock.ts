import { once } from 'node:events'
import { readyOf } from '../../mocks/control/ready.ts'
import { startServer } from '../../mocks/hosts/node.ts'
import { prism } from '../../mocks/hosts/prism.ts'
import { vendors as registry } from '../../mocks/vendors/index.ts'
import manifest from '../../package.json' with { type: 'json' }
import type { Command } from '../command.ts'
import { invocation } from '../invocation.ts'
import { documentsOf } from '../mock/documents.ts'
import { greeting } from '../mock/greeting.ts'
import { orphaned } from '../mock/orphaned.ts'
import { startOf } from '../mock/start-of.ts'
import { isOn, numberOf } from '../text-of.ts'

const ports = { least: 0, most: 65_535 }

/** The storage's port where only the other is given: its neighbour, or any free one beside any free one. */
const neighbourOf = (port: number): number => {
  if (port === 0) return 0
  return port === ports.most ? port - 1 : port + 1
}

/** `playhead mock`: all vendors on two origins, until it is told to end. */
export const command: Command = {
  name: 'mock',
  summary: 'Stand all vendors up, with a clock that you move.',
  examples: [
    'playhead mock',
    'playhead mock --scenario expired',
    'playhead mock --at 2026-01-31T09:00:00Z --freeze --seed 7',
    'playhead mock --port 0 --json',
    'playhead mock --spec quo=./quo-openapi.json',
  ],
  options: {
    port: {
      type: 'string',
      value: 'N',
      help: 'Where vendors answer: 4010 if not given, 0 for any free port.',
    },
    'storage-port': {
      type: 'string',
      value: 'N',
      help: 'Where signed URLs point: the next port if not given.',
    },
    scenario: {
      type: 'string',
      value: 'NAME',
      help: 'Begin with a named world; `playhead scenario` lists them.',
    },
    world: { type: 'string', value: 'FILE', help: 'Begin with a world of your own, as JSON.' },
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
    json: { type: 'boolean', help: 'Print one line of JSON when it listens: { url, storageUrl, vendors }.' },
  },
  async run(context) {
    const { values, env, out, err, signal } = context
    const port = numberOf(values, 'port', ports) ?? 4010
    const storagePort = numberOf(values, 'storage-port', ports) ?? neighbourOf(port)
    const start = await startOf(context, Date.now())
    const fallback = prism(await documentsOf(context, registry))
    const server = await startServer({ port, storagePort, start, fallback })
    try {
      const ready = await readyOf(server.backend.session())
      const { vendors } = server.backend
      const shown = { vendors, version: manifest.version, playhead: invocation(env) }
      out(isOn(values, 'json') ? JSON.stringify(ready) : greeting(ready, shown))
      const gone = orphaned(env)
      if (!signal.aborted) await Promise.race([once(signal, 'abort'), once(gone, 'abort')])
      if (!isOn(values, 'json')) err('Playhead ends.')
    } finally {
      await server.close()
    }
    return 0
  },
}

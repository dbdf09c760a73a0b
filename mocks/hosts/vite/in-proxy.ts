import type { Plugin } from 'vite'
import { readStart } from '../written-start.ts'
import { type MockBeside, mockBeside } from './mock-beside.ts'
import { checkOptions, type PlayheadPluginOptions } from './options.ts'
import { onlyServing, proxyModule, resolving } from './virtual.ts'

/** The plugin where the dev server answers, and vendors and storage stand beside it. */
export const inProxy = (options: PlayheadPluginOptions): Plugin => {
  const { mode, backend = {}, port = 0, storagePort, vendors, ...written } = options
  // A dev server that starts anew is made before the old one has closed, by the same plugin.
  const mocks = new WeakMap<object, MockBeside>()
  return {
    name: 'playhead',
    apply: onlyServing,
    configResolved: () => checkOptions(options),
    configureServer: async (server) => {
      const mock = mockBeside(
        {
          port,
          start: await readStart(written, Date.now()),
          ...(storagePort === undefined ? {} : { storagePort }),
          ...(vendors ? { vendors } : {}),
        },
        backend,
        server.config.logger,
      )
      mocks.set(server.environments.client, mock)
      server.middlewares.use(mock.middleware)
      server.httpServer?.once('listening', () => void mock.open().catch(() => undefined))
      const printUrls = server.printUrls.bind(server)
      server.printUrls = () => {
        printUrls()
        const [local] = server.resolvedUrls?.local ?? []
        if (local !== undefined) server.config.logger.info(`  ➜  Playhead: ${new URL('/__playhead/', local)}`)
      }
    },
    closeBundle: async function () {
      await mocks.get(this.environment)?.close()
    },
    ...resolving(() => proxyModule),
  }
}

import { dirname } from 'node:path'
import type { Plugin } from 'vite'
import { isControl } from '../../control/answer.ts'
import { PlayheadError } from '../../world/error.ts'
import { refuse } from './mock-beside.ts'
import { checkOptions, type PlayheadPluginOptions } from './options.ts'
import { onlyServing, resolving, workerModule } from './virtual.ts'
import { readWorkerScript } from './worker-script.ts'

const script = '/mockServiceWorker.js'

/** Said to whoever looks for a session in a dev server that has none. */
const elsewhere = (): PlayheadError =>
  new PlayheadError({
    code: 'session-in-page',
    act: 'Cannot answer control requests here: each page answers for itself',
    cure: "Ask from within a page that has started, or show the deck there with mountDeck() of 'playhead/deck'.",
  })

/** The plugin where each page answers for itself. @param mswEntry the file that a page loads */
export const inPage = (options: PlayheadPluginOptions, mswEntry: string): Plugin => {
  const { mode, port, storagePort, vendors, ...worker } = options
  let source = ''
  return {
    name: 'playhead',
    apply: onlyServing,
    config: () => ({ optimizeDeps: { include: ['msw', 'msw/browser'] } }),
    configResolved: async (config) => {
      await checkOptions(options)
      source = await readWorkerScript(config.root)
      // Ours may lie outside of the project, in a clone or linked; what it imports lies two folders up at most.
      config.server.fs.allow.push(dirname(dirname(dirname(mswEntry))))
    },
    configureServer: ({ middlewares }) => {
      middlewares.use((request, response, next) => {
        const path = request.url ?? '/'
        if (path === script)
          response
            .writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'no-cache' })
            .end(source)
        else if (isControl(path)) refuse(response, 404, elsewhere())
        else next()
      })
    },
    ...resolving(() => workerModule(mswEntry, { ...worker, script })),
  }
}

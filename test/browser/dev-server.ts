import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createServer, type InlineConfig } from 'vite'
import { type PlayheadPluginOptions, playhead } from '../../mocks/hosts/vite.ts'

/** The small app that these tests have. */
export const appRoot = fileURLToPath(new URL('./app', import.meta.url))

/** A dev server that listens. */
export interface DevServer extends AsyncDisposable {
  /** Without a trailing slash. */
  readonly url: string
}

/** Starts Vite's dev server on a free port, with the plugin. */
export const devServer = async (
  options: PlayheadPluginOptions,
  { root = appRoot, ...config }: InlineConfig = {},
): Promise<DevServer> => {
  const cacheDir = await mkdtemp(join(tmpdir(), 'playhead-vite-'))
  const server = await createServer({
    configFile: false,
    logLevel: 'error',
    cacheDir,
    ...config,
    root,
    plugins: [playhead(options), config.plugins],
    server: { host: '127.0.0.1', port: 0, hmr: false, watch: null, ...config.server },
  })
  await server.listen()
  const address = server.httpServer?.address()
  if (typeof address !== 'object' || !address) throw new Error('The dev server has no address')
  return {
    url: `http://127.0.0.1:${address.port}`,
    [Symbol.asyncDispose]: async () => {
      await server.close()
      await rm(cacheDir, { recursive: true, force: true })
    },
  }
}

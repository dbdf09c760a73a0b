/**
 * The public entry `playhead/vite`: the mock on Vite's dev server.
 * @module
 */
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { inPage } from './vite/in-page.ts'
import { inProxy } from './vite/in-proxy.ts'
import type { PlayheadPluginOptions } from './vite/options.ts'
import { builtModule, resolving } from './vite/virtual.ts'

export type { PlayheadPluginOptions }

/** What a page loads: it lies beside this file, in the package as here. */
const mswEntry = (): string =>
  fileURLToPath(new URL(`./msw${extname(new URL(import.meta.url).pathname)}`, import.meta.url))

/**
 * Serves the mock on Vite's dev server, and nothing of it anywhere else: a build has an empty `virtual:playhead`, and a
 * preview and a production server never meet it.
 * @throws PlayheadError `unknown-scenario`, `unknown-vendor`, `bad-instant`, `bad-world`, `missing-package`
 * @example export default defineConfig({ plugins: [playhead({ backend: { '/api': 'osvi' }, scenario: 'expired' })] })
 */
export const playhead = (options: PlayheadPluginOptions = {}): Plugin[] => [
  options.mode === 'msw' ? inPage(options, mswEntry()) : inProxy(options),
  { name: 'playhead:build', apply: 'build', ...resolving(() => builtModule) },
]

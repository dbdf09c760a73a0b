import type { Plugin } from 'vite'
import type { WorkerOptions } from '../msw/worker.ts'

/** What an app imports `start` from. */
const virtualId = 'virtual:playhead'

/** A dev server alone: a preview shows what was built, and a build has nothing of the mock. */
export const onlyServing = (
  _config: object,
  { command, isPreview }: { readonly command: string; readonly isPreview?: boolean | undefined },
): boolean => command === 'serve' && isPreview !== true

/** The hooks of a plugin that make the module what it is here. */
export const resolving = (source: () => string): Pick<Plugin, 'resolveId' | 'load'> => ({
  resolveId: (id) => (id === virtualId ? `\0${virtualId}` : undefined),
  load: (id) => (id === `\0${virtualId}` ? source() : undefined),
})

/** In a build there is nothing to start. */
export const builtModule = 'export const start = async () => undefined\n'

/** On a dev server that answers by itself there is nothing to start either; the page is told how vendors are reached. */
export const proxyModule = [
  "const ask = async () => ({ ready: await (await fetch('/__playhead/vendors')).json() })",
  'let asked',
  'export const start = () => (asked ??= ask())',
  '',
].join('\n')

/** Where a page answers for itself, it starts once, however often it is asked to, and is handed what has started. */
export const workerModule = (mswEntry: string, options: WorkerOptions): string =>
  [
    `import { startWorker } from ${JSON.stringify(mswEntry)}`,
    'let started',
    `export const start = () => (started ??= startWorker(${JSON.stringify(options)}))`,
    '',
  ].join('\n')

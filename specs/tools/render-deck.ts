import { fileURLToPath } from 'node:url'
import { PlayheadError } from '../../mocks/world/error.ts'

const project = fileURLToPath(new URL('../..', import.meta.url))
const inView = (name: string): string =>
  fileURLToPath(new URL(`../../mocks/deck/view/${name}`, import.meta.url))

/** The most that the deck may weigh, in bytes as they are compressed. */
export const mostDeckBytes = 60 * 1024

/**
 * Bundles the deck into texts that a server hands out, so that neither `npm start` nor an installed package builds
 * anything. The same sources give the same bytes.
 */
export const renderDeck = async (): Promise<string> => {
  const { build } = await import('vite')
  const built = await build({
    root: project,
    configFile: false,
    envDir: false,
    logLevel: 'error',
    mode: 'production',
    publicDir: false,
    // What runs the build, a test perhaps, must not show in it.
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { conditions: ['module', 'browser'] },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
    build: {
      write: false,
      target: 'es2024',
      modulePreload: false,
      rolldownOptions: {
        input: { deck: inView('boot.ts'), style: inView('deck.css') },
        output: { entryFileNames: '[name].js', assetFileNames: '[name][extname]' },
      },
    },
  })
  const files = [built].flat().flatMap((one) => ('output' in one ? one.output : []))
  const textOf = (name: string): string => {
    const file = files.find(({ fileName }) => fileName === name)
    const text = file?.type === 'chunk' ? file.code : file?.source
    if (typeof text === 'string') return text.trim()
    throw new PlayheadError({
      code: 'deck-not-built',
      act: `Cannot find ${name} in what was bundled of the deck`,
      cure: 'See whether mocks/deck/view still has boot.ts and deck.css.',
    })
  }
  return [
    '/** The deck as a program. */',
    `export const script = ${JSON.stringify(textOf('deck.js'))}`,
    '',
    '/** How it looks. */',
    `export const style = ${JSON.stringify(textOf('style.css'))}`,
    '',
  ].join('\n')
}

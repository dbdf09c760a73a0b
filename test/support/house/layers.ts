import { importsOf, resolved } from './imports.ts'
import type { Tree } from './tree.ts'

/** A floor of the house: where its files are, and the floors it may lean on. */
interface Layer {
  readonly name: string
  readonly holds: RegExp
  readonly leansOn: readonly string[]
  /** Runs anywhere: no module of node's, and no package but the ones named in {@link corePackages}. */
  readonly pure?: boolean
}

const core = ['world', 'generated', 'vendors', 'storage', 'simulator']

/** From the cellar up; the first that holds a file is its floor. */
export const layers: readonly Layer[] = [
  { name: 'world', holds: /^mocks\/world\//, leansOn: [], pure: true },
  { name: 'generated', holds: /^generated\//, leansOn: [], pure: true },
  { name: 'vendors', holds: /^mocks\/vendors\//, leansOn: ['world', 'generated'], pure: true },
  { name: 'storage', holds: /^mocks\/storage\//, leansOn: ['world'], pure: true },
  {
    name: 'simulator',
    holds: /^mocks\/simulator(\.ts|\/)/,
    leansOn: ['world', 'generated', 'vendors', 'storage'],
    pure: true,
  },
  { name: 'scenarios', holds: /^mocks\/scenarios\//, leansOn: core, pure: true },
  { name: 'entry', holds: /^(mocks|contracts)\/(world\/)?index\.ts$/, leansOn: [] },
  // A backend opens many sessions, each begun with a scenario: it stands between the session and the hosts.
  { name: 'backend', holds: /^mocks\/sandboxes(\.ts|\/)/, leansOn: [...core, 'session', 'scenarios'] },
  { name: 'session', holds: /^mocks\/([^/]+\.ts$|stores\/)/, leansOn: core },
  // The deck's page shows reports and writes HAR files as the contracts do; a server only hands it out, bundled.
  { name: 'panel', holds: /^mocks\/deck\/view\//, leansOn: [...core, 'session', 'deck', 'contracts'] },
  { name: 'deck', holds: /^mocks\/deck\//, leansOn: [...core, 'session'] },
  {
    name: 'control',
    holds: /^mocks\/control\//,
    leansOn: [...core, 'session', 'scenarios', 'backend', 'deck'],
  },
  {
    name: 'hosts',
    holds: /^mocks\/hosts\//,
    leansOn: [...core, 'session', 'scenarios', 'backend', 'control', 'deck', 'panel'],
  },
  { name: 'rules', holds: /^contracts\/rules\//, leansOn: [...core, 'contracts'], pure: true },
  {
    name: 'entries',
    holds: /^contracts\/entries\//,
    leansOn: ['world', 'contracts', 'rules', 'hosts', 'backend', 'session'],
  },
  { name: 'contracts', holds: /^contracts\//, leansOn: [...core, 'session', 'rules'] },
  // The case file's schema is generated from the one that reads it.
  { name: 'specs', holds: /^specs\/tools\//, leansOn: ['world', 'contracts'] },
]

/** Small, audited, and without a need of node. */
export const corePackages: readonly string[] = ['valibot', '@noble/hashes']

const layerOf = (path: string): Layer | undefined => layers.find(({ holds }) => holds.test(path))

const packageOf = (name: string): string =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/')

const faultOf = (path: string, name: string): string | undefined => {
  const layer = layerOf(path)
  if (!layer || layer.name === 'entry') return undefined
  const target = resolved(path, name)
  if (target === undefined)
    return layer.pure && !corePackages.includes(packageOf(name))
      ? `${path} imports ${name}: the ${layer.name} layer is pure`
      : undefined
  const below = layerOf(target)
  if (below?.name === layer.name || layer.leansOn.includes(below?.name ?? '')) return undefined
  return `${path} imports ${target}: the ${layer.name} layer may lean on ${layer.leansOn.join(', ') || 'nothing'}`
}

/** Every import that goes upwards, sideways, or out of a pure layer. */
export const wrongImports = (tree: Tree): readonly string[] =>
  [...tree]
    .filter(([path]) => /\.tsx?$/.test(path))
    .flatMap(([path, source]) =>
      importsOf(source).flatMap((name) => {
        const fault = faultOf(path, name)
        return fault === undefined ? [] : [fault]
      }),
    )

/** What the linter cannot forbid by name: chance, and where a file lies. */
const impure = /\bMath\s*\.\s*random\b|\bimport\s*\.\s*meta\b/

/** Pure files that draw on something they were not handed. */
export const impureWords = (tree: Tree): readonly string[] =>
  [...tree].flatMap(([path, source]) => {
    const found = layerOf(path)?.pure ? impure.exec(source)?.[0] : undefined
    return found === undefined ? [] : [`${path} holds ${found}`]
  })

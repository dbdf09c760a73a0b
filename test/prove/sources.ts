import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import { graphOf, importsOf } from '../support/house/imports.ts'
import { partOf, readTree, type Tree } from '../support/house/tree.ts'
import type { Part } from './part.ts'

/** Files that another thread or process is started with. */
const startedBy = (path: string, source: string): readonly string[] =>
  [...source.matchAll(/new URL\(\s*'([^':]+\.ts)'/g)].map(([, name = '']) =>
    posix.normalize(posix.join(posix.dirname(path), name)),
  )

/** Every file that a file leans on, however far. */
export const leanedOn = (tree: Tree, root: string): readonly string[] => {
  const graph = graphOf(tree)
  const reached = new Set<string>()
  const reach = (path: string): void => {
    const source = tree.get(path)
    if (source === undefined || reached.has(path)) return
    reached.add(path)
    for (const next of [...(graph.get(path) ?? []), ...startedBy(path, source)]) reach(next)
  }
  reach(root)
  return [...reached].toSorted()
}

interface Lockfile {
  readonly packages: Readonly<Record<string, { readonly version?: string }>>
}

/** The packages that files import, with their versions. */
const packagesOf = (tree: Tree, paths: Iterable<string>): readonly string[] => {
  const { packages }: Lockfile = JSON.parse(tree.get('package-lock.json') ?? '{"packages":{}}')
  const names = [...paths].flatMap((path) => importsOf(tree.get(path) ?? '')).flatMap(packageIn)
  return [...new Set(names)].toSorted().map((name) => `${name} ${packages[`node_modules/${name}`]?.version}`)
}

/** `@scope/name` of `@scope/name/part`; nothing of files and of node's own modules. */
const packageIn = (imported: string): readonly string[] =>
  /^(?!node:)(?:@[\w.-]+\/)?\w[\w.-]*/.exec(imported) ?? []

let sources: Tree | undefined

/** Changes whenever something changes that a part's figures may depend on: what it leans on, and the packages in that. */
export const digestOf = ({ file, reads = () => false }: Pick<Part, 'file' | 'reads'>): string => {
  sources ??= partOf(readTree(), (path) => /\.ts$|^package-lock\.json$/.test(path))
  const paths = new Set([...leanedOn(sources, file), ...[...sources.keys()].filter(reads)])
  const hash = createHash('sha256')
  for (const path of [...paths].toSorted()) hash.update(`${path}\n${sources.get(path)}\n`)
  for (const named of packagesOf(sources, paths)) hash.update(`${named}\n`)
  return hash.digest('hex').slice(0, 12)
}

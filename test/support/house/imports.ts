import { posix } from 'node:path'
import type { Tree } from './tree.ts'

/** Comments may show imports that nobody makes: `@example import …`. */
const withoutComments = (source: string): string =>
  source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')

const statements = [
  // import … from 'x', export … from 'x'; nothing but names, commas, stars and braces stands between.
  /^\s*(?:import|export)\s+(?:type\s+)?[\w*{},\s$]*?\sfrom\s+['"]([^'"]+)['"]/gm,
  // import 'x'
  /^\s*import\s+['"]([^'"]+)['"]/gm,
  // await import('x'), typeof import('x')
  /\bimport\(\s*['"]([^'"]+)['"]/g,
]

/** Every module that a source names, in whatever way; types too, since they tie files together all the same. */
export const importsOf = (source: string): readonly string[] => {
  const text = withoutComments(source)
  return statements.flatMap((statement) => [...text.matchAll(statement)].map(([, name]) => name ?? ''))
}

/** The path in the tree that an import of a file means; `undefined` for packages and node's own modules. */
export const resolved = (from: string, name: string): string | undefined =>
  name.startsWith('.') ? posix.normalize(posix.join(posix.dirname(from), name)) : undefined

/** Everything each file of a tree imports from the tree itself. */
export const graphOf = (tree: Tree): ReadonlyMap<string, readonly string[]> =>
  new Map(
    [...tree]
      .filter(([path]) => /\.tsx?$/.test(path))
      .map(([path, source]) => [
        path,
        importsOf(source).flatMap((name) => {
          const target = resolved(path, name)
          return target !== undefined && tree.has(target) ? [target] : []
        }),
      ]),
  )

/** The circles of a graph, each told once, as the path that comes back to its start. */
export const circlesOf = (graph: ReadonlyMap<string, readonly string[]>): readonly string[] => {
  const done = new Set<string>()
  const circles: string[] = []
  const walk = (path: string, trail: readonly string[]): void => {
    const seenAt = trail.indexOf(path)
    if (seenAt >= 0) circles.push([...trail.slice(seenAt), path].join(' → '))
    if (seenAt >= 0 || done.has(path)) return
    for (const target of graph.get(path) ?? []) walk(target, [...trail, path])
    done.add(path)
  }
  for (const path of graph.keys()) walk(path, [])
  return circles
}

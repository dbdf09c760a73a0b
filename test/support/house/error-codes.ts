import type { Tree } from './tree.ts'

/** Where an error is made. Its code stands there, or among the codes its function says it throws. */
const made = /new PlayheadError\(\{\s*(?:code: '([a-z][a-z-]*)'|([^\n,}]*))/g

const promised = /@throws PlayheadError((?:[\s*,]|or|and|`[a-z-]+`)+)/g

const madeIn = (source: string): readonly string[] =>
  [...source.matchAll(made)].flatMap(([, code]) => code ?? [])

const promisedIn = (source: string): readonly string[] =>
  [...source.matchAll(promised)].flatMap(([, list]) =>
    [...(list ?? '').matchAll(/`([a-z-]+)`/g)].flatMap(([, code]) => code ?? []),
  )

/** The codes of the errors a tree makes or says it throws, each once. */
export const errorCodes = (tree: Tree): readonly string[] =>
  [...new Set([...tree.values()].flatMap((source) => [...madeIn(source), ...promisedIn(source)]))].sort()

/** Files that make an error whose code can be read neither there nor in a `@throws`. */
export const hiddenCodes = (tree: Tree): readonly string[] =>
  [...tree].flatMap(([path, source]) =>
    [...source.matchAll(made)].some(([, code]) => code === undefined) && promisedIn(source).length === 0
      ? [path]
      : [],
  )

/** The codes a page of errors has a section for. */
export const documentedCodes = (page: string): readonly string[] =>
  [...page.matchAll(/^### ([a-z-]+)$/gm)].flatMap(([, code]) => code ?? []).sort()

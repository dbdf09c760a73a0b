import { importsOf } from './imports.ts'
import type { Tree } from './tree.ts'

const longestFile = 300

/** Files written by hand that have grown too long to be read at once. */
export const longFiles = (tree: Tree): readonly string[] =>
  [...tree]
    .filter(([path]) => /\.tsx?$/.test(path) && !path.startsWith('generated/'))
    .map(([path, source]) => [path, source.trimEnd().split('\n').length] as const)
    .filter(([, lines]) => lines > longestFile)
    .map(([path, lines]) => `${path} has ${lines} lines`)

/** An index.ts that is neither a registry (it makes a value) nor one of the package's own entries; and catch-all files. */
export const innerBarrels = (tree: Tree, entries: readonly string[]): readonly string[] =>
  [...tree]
    .filter(([path]) => path.endsWith('.ts') && !entries.includes(path))
    .filter(
      ([path, source]) =>
        (path.endsWith('/index.ts') && !/^export (const|function)/m.test(source)) ||
        /(^|\/)(types|utils?|helpers?|common)(\.ts$|\/)/.test(path),
    )
    .filter(([path]) => !path.startsWith('generated/'))
    .map(([path]) => path)

/** Files inside the tree that import one of the package's entries instead of the file itself. */
export const backwardImports = (tree: Tree, entries: readonly string[]): readonly string[] =>
  [...tree]
    .filter(([path]) => path.endsWith('.ts') && /^(mocks|contracts|specs|bin)\//.test(path))
    .filter(([, source]) =>
      importsOf(source).some((name) => name.startsWith('.') && /\/index\.ts$/.test(name)),
    )
    .flatMap(([path, source]) =>
      importsOf(source)
        .filter((name) => name.startsWith('.'))
        .map((name) => new URL(name, `file:///${path}`).pathname.slice(1))
        .filter((target) => entries.includes(target))
        .map((target) => `${path} imports the public entry ${target}`),
    )

const unfit: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['something left to do', new RegExp(`\\b(${['TO', 'DO'].join('')}|${['FIX', 'ME'].join('')})\\b`)],
  ['a path of one machine', /(?<![\w.~-])\/(home|root|Users|work)\/[\w.-]+/],
  [
    'a package registry',
    /\b(registry\.[a-z]+\.|[a-z.-]*(artifactory|verdaccio|nexus)[a-z.-]*\.[a-z]{2,}\b)/i,
  ],
]

/** What no file of the project may say; pages of others are quoted as they are. */
export const unfitWords = (tree: Tree): readonly string[] =>
  [...tree]
    .filter(([path]) => !/^specs\/[^/]+\/(source\.|openapi\.yaml)/.test(path))
    .flatMap(([path, text]) =>
      unfit.flatMap(([what, pattern]) => {
        const found = pattern.exec(text)?.[0]
        return found === undefined ? [] : [`${path} holds ${what}: ${found}`]
      }),
    )

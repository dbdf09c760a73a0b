import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import lock from '../package-lock.json' with { type: 'json' }

/** What the lock file says of one package. */
interface Locked {
  readonly hasInstallScript?: boolean
  readonly dev?: boolean
  readonly devOptional?: boolean
  readonly peer?: boolean
  readonly optional?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
}

const packages = Object.entries(lock.packages as Readonly<Record<string, Locked>>)
const nameOf = (path: string): string => path.replace(/^.*node_modules\//, '')
const page = readFileSync(new URL('../docs/security.md', import.meta.url), 'utf8')

/** Packages of one kind of machine each, of which the lock file names all and one is installed. */
const familyOf = (name: string): string => name.replace(/^(@ffprobe-installer)\/.*$/, '$1')

describe('packages', () => {
  test('have no install script but those that are named', () => {
    const scripted = packages.flatMap(([path, { hasInstallScript }]) =>
      hasInstallScript ? [familyOf(nameOf(path))] : [],
    )
    const named = Object.keys(manifest.allowScripts).map(familyOf)
    expect([...new Set(scripted)].toSorted()).toEqual(named.toSorted())
  })

  test('may run an install script only where they bring the node that development runs on', () => {
    const allowed = Object.entries(manifest.allowScripts).flatMap(([name, may]) => (may ? [name] : []))
    expect(allowed).toEqual(['node'])
    expect(Object.keys(manifest.devDependencies)).toContain('node')
  })

  test('that come along with ours are told of, one by one, and are pinned', () => {
    const [, table = ''] = /<!-- dependencies -->(.*)<!-- \/dependencies -->/s.exec(page) ?? []
    const told = [...table.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name)
    expect(told).toEqual(Object.keys(manifest.dependencies))
    for (const version of Object.values(manifest.dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/)
  })

  test('that come along with those are as few as are told', () => {
    const along = packages.filter(
      ([path, { dev, devOptional, peer, optional }]) => path && !dev && !devOptional && !peer && !optional,
    )
    const ours = Object.keys(manifest.dependencies).length
    expect([ours, along.length - ours]).toEqual([4, 3])
    expect(page).toContain('Four packages come along with this one, with three of theirs.')
    for (const [path, { hasInstallScript = false }] of along)
      expect([path, hasInstallScript]).toEqual([path, false])
  })
})

test('every test that the threat model names is there', () => {
  const named = [...page.matchAll(/`(test\/[^`]+)`/g)].map(([, path]) => path ?? '')
  expect(named.length).toBeGreaterThan(20)
  const missing = named.filter((path) => !existsSync(new URL(`../${path}`, import.meta.url)))
  expect(missing).toEqual([])
})

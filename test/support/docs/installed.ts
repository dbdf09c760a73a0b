import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { projectFolder } from '../house/tree.ts'

/** The entries of the package that pages import, and the files they are made from. */
const entries = {
  '.': 'mocks/index.ts',
  './contracts': 'contracts/index.ts',
  './deck': 'mocks/hosts/deck.ts',
  './msw': 'mocks/hosts/msw.ts',
  './vite': 'mocks/hosts/vite.ts',
  './vitest': 'contracts/entries/vitest.ts',
  './node-test': 'contracts/entries/node-test.ts',
} as const

/** What pages tell their reader to install beside it, or what they have already. */
const beside = ['msw', 'playwright-core', 'vite', 'vitest'] as const

/**
 * Makes a project that has installed Playhead, but from its sources. They are named by a folder beside the project: node
 * strips no types of what lies within node_modules.
 * @param project the folder; made where it is not there
 */
export const installIn = async (project: string): Promise<void> => {
  const own = `${project}-installed`
  await mkdir(own, { recursive: true })
  const exports = Object.keys(entries).map((name, index) => [name, `./${index}.ts`])
  const manifest = { name: 'playhead', type: 'module', exports: Object.fromEntries(exports) }
  await writeFile(join(own, 'package.json'), JSON.stringify(manifest))
  for (const [index, file] of Object.values(entries).entries())
    await writeFile(join(own, `${index}.ts`), `export * from '${join(projectFolder, file)}'\n`)
  await mkdir(join(project, 'node_modules'), { recursive: true })
  await writeFile(join(project, 'package.json'), '{ "type": "module", "private": true }')
  await symlink(own, join(project, 'node_modules/playhead'))
  for (const name of beside)
    await symlink(join(projectFolder, 'node_modules', name), join(project, 'node_modules', name))
}

import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import manifest from '../../package.json' with { type: 'json' }
import { projectFolder } from './house/tree.ts'

const run = promisify(execFile)

/** A folder with what npm would publish, and the projects that have installed it. */
export interface Packed {
  readonly folder: string
  readonly tarball: string
  /** Makes a project that has ours and these packages of our own beside it. */
  project(name: string, packages: readonly string[]): Promise<string>
}

/** Packs what npm would publish. */
export const packed = async (): Promise<Packed> => {
  const folder = mkdtempSync(join(tmpdir(), 'playhead-'))
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  await run(npm, ['pack', '--silent', '--pack-destination', folder], { cwd: projectFolder })
  const tarball = join(folder, `playhead-${manifest.version}.tgz`)

  const project: Packed['project'] = async (name, packages) => {
    const root = join(folder, name)
    const modules = join(root, 'node_modules')
    mkdirSync(modules, { recursive: true })
    writeFileSync(join(root, 'package.json'), '{ "type": "module", "private": true }')
    for (const one of packages) {
      if (one.includes('/')) mkdirSync(join(modules, one, '..'), { recursive: true })
      symlinkSync(join(projectFolder, 'node_modules', one), join(modules, one))
    }
    // Unpacked, and not linked: what it imports is looked for from here, and not among our own packages.
    await run('tar', ['-xzf', tarball], { cwd: root })
    renameSync(join(root, 'package'), join(modules, 'playhead'))
    return root
  }
  return { folder, tarball, project }
}

/** Everything that is installed here. */
export const allPackages = (): readonly string[] =>
  readdirSync(join(projectFolder, 'node_modules')).filter((name) => !name.startsWith('.'))

/** The packages that come along with ours. */
export const itsPackages: readonly string[] = Object.keys(manifest.dependencies)

/** The Node that runs this, and those that `PLAYHEAD_NODES` names, apart by the path delimiter of the platform. */
export const nodes: readonly string[] = [
  process.execPath,
  ...(process.env.PLAYHEAD_NODES?.split(process.platform === 'win32' ? ';' : ':') ?? []),
]

import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ClientModule } from '../contracts/client.ts'
import { builtinClients } from '../contracts/clients/index.ts'
import { PlayheadError, shown } from '../mocks/world/error.ts'
import { nearest } from '../mocks/world/nearest.ts'

const builtin = 'builtin:'

const loadBuiltin = async (name: string): Promise<ClientModule> => {
  const load = Object.hasOwn(builtinClients, name) ? builtinClients[name] : undefined
  if (load) return load()
  throw new PlayheadError({
    code: 'unknown-client',
    act: `Cannot find the client ${shown(`${builtin}${name}`)}`,
    cure: `Did you mean ${builtin}${nearest(name, Object.keys(builtinClients))}? Give builtin:reference, or the path of a module of your own.`,
  })
}

/** A file as it stands, or else a package as it would be found from where the command was called. */
const locate = (module: string, cwd: string): string => {
  const file = resolve(cwd, module)
  if (existsSync(file)) return pathToFileURL(file).href
  try {
    return pathToFileURL(createRequire(join(cwd, 'from-here.js')).resolve(module)).href
  } catch (cause) {
    throw new PlayheadError({
      code: 'unknown-client',
      act: `Cannot find the client ${shown(module)}: there is no such file, and no such package`,
      cure: `Give the path of a module that exports connect, looked for from ${cwd}, or builtin:reference.`,
      cause,
    })
  }
}

/**
 * Loads a client under test: `builtin:NAME`, a file, or a package.
 * @throws PlayheadError `unknown-client`, `bad-client`
 */
export const loadClient = async (argument: string, cwd: string): Promise<ClientModule> => {
  if (argument.startsWith(builtin)) {
    const client = await loadBuiltin(argument.slice(builtin.length))
    return { ...client, name: client.name ?? argument }
  }
  const href = locate(argument, cwd)
  let loaded: Partial<ClientModule>
  try {
    loaded = await import(href)
  } catch (cause) {
    throw new PlayheadError({
      code: 'bad-client',
      act: `Cannot load the client ${shown(argument)}: ${cause instanceof Error ? cause.message : String(cause)}`,
      cure: 'Make it a module of ECMAScript, or of TypeScript that only needs its types stripped.',
      cause,
    })
  }
  const { connect, capabilities, name } = loaded
  if (typeof connect === 'function')
    return { connect, name: name ?? argument, ...(capabilities ? { capabilities } : {}) }
  throw new PlayheadError({
    code: 'bad-client',
    act: `Cannot use the client ${shown(argument)}: it exports ${Object.keys(loaded).join(', ') || 'nothing'}`,
    cure: 'Export a function connect(bench) that returns a client with getRecording(ref).',
  })
}

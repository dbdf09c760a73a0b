import { PlayheadError, shown } from '../world/error.ts'

/** The sandbox of those who name none. */
export const defaultSandbox = 'default'

const wellFormed = /^[a-z0-9][a-z0-9-]{0,31}$/

/** Whether a sandbox can have this name. */
export const isSandboxName = (name: string): boolean => wellFormed.test(name)

/** Refuses what cannot be a sandbox's name. @throws PlayheadError `bad-sandbox` */
export const checkedSandbox = (name: string): string => {
  if (name === defaultSandbox || isSandboxName(name)) return name
  throw new PlayheadError({
    code: 'bad-sandbox',
    act: `Cannot use ${shown(name)} as the name of a sandbox`,
    cure: 'Use 1 to 32 lower-case letters, digits and hyphens, the first one no hyphen.',
  })
}

/** A path taken apart: what names the sandbox, and the rest. */
export interface SandboxPath {
  /** As sent, such as `/~ann`; empty where the path names no sandbox. */
  readonly prefix: string
  readonly sandbox: string | undefined
  readonly path: string
}

// Some clients encode a tilde, which means the same (RFC 3986 section 2.3).
const prefixed = /^(\/(?:~|%7E)([^/?]*))(.*)$/is

/**
 * Takes a sandbox's prefix off a raw path; the rest stays byte for byte, since a signature covers its spelling.
 * @throws PlayheadError `bad-sandbox`
 * @example withoutPrefix('/~ann/v1/calls?a=1') // { prefix: '/~ann', sandbox: 'ann', path: '/v1/calls?a=1' }
 */
export const withoutPrefix = (raw: string): SandboxPath => {
  const marked = raw.startsWith('~', 1) || raw.startsWith('%', 1)
  const [, prefix, name, rest] = (marked && prefixed.exec(raw)) || []
  if (prefix === undefined || name === undefined || rest === undefined)
    return { prefix: '', sandbox: undefined, path: raw }
  return { prefix, sandbox: checkedSandbox(name), path: rest.startsWith('/') ? rest : `/${rest}` }
}

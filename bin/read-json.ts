import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { PlayheadError, shown } from '../mocks/world/error.ts'

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read',
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/**
 * Reads a file of text.
 * @param file relative to `cwd`
 * @param what it ought to be, such as `a file of JSON`
 * @throws PlayheadError `unreadable-file`
 */
export const readText = async (file: string, cwd: string, what: string): Promise<string> => {
  try {
    return await readFile(resolve(cwd, file), 'utf8')
  } catch (cause) {
    const code = codeOf(cause)
    throw new PlayheadError({
      code: 'unreadable-file',
      act: `Cannot read the file ${shown(file)}: ${reasons[code] ?? code}`,
      cure: `Give the path of ${what}; it is looked for from ${cwd}.`,
      cause,
    })
  }
}

/**
 * Reads the JSON in a file's text.
 * @throws PlayheadError `malformed-json` with what is wrong and where
 */
export const parseJson = (text: string, file: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (cause) {
    throw new PlayheadError({
      code: 'malformed-json',
      act: `Cannot read the file ${shown(file)} as JSON: ${cause instanceof Error ? cause.message : 'malformed'}`,
      cure: 'Mend it there; JSON knows no comments and no trailing commas.',
      cause,
    })
  }
}

/**
 * Reads a file of JSON.
 * @param file relative to `cwd`
 * @throws PlayheadError `unreadable-file`, `malformed-json` with what is wrong and where
 */
export const readJson = async (file: string, cwd: string): Promise<unknown> =>
  parseJson(await readText(file, cwd, 'a file of JSON'), file)

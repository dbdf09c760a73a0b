import { PlayheadError, shown } from '../../world/error.ts'
import { headerOf, type WireRequest } from '../../world/exchange.ts'

/** What a request prefers to be answered with, from the vendor's document in place of the world. */
export interface Preference {
  readonly code?: number
  /** The name of one of the document's examples. */
  readonly example?: string
  /** Values drawn by the schema, in place of the document's examples. */
  readonly dynamic?: true
}

/** Cuts a header at a separator that stands outside quoted strings (RFC 9110 section 5.6.4). */
const cutAt = (text: string, separator: ',' | ';'): readonly string[] => {
  const parts = ['']
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? ''
    if (letter === separator && !quoted) {
      parts.push('')
      continue
    }
    if (letter === '"') quoted = !quoted
    const escaped = quoted && letter === '\\' ? (text[++at] ?? '') : ''
    parts[parts.length - 1] += letter + escaped
  }
  return parts
}

const unquoted = (value: string): string =>
  /^".*"$/s.test(value) ? value.slice(1, -1).replace(/\\(.)/gs, '$1') : value

/** The preferences of a header by name; of several of one name the first counts, and parameters mean nothing here. */
const preferencesIn = (header: string): ReadonlyMap<string, string> => {
  const found = new Map<string, string>()
  for (const part of cutAt(header, ',')) {
    const [first = ''] = cutAt(part, ';')
    const equals = first.indexOf('=')
    const name = (equals < 0 ? first : first.slice(0, equals)).trim().toLowerCase()
    const value = equals < 0 ? '' : unquoted(first.slice(equals + 1).trim())
    if (name !== '' && !found.has(name)) found.set(name, value)
  }
  return found
}

const bad = (name: string, value: string, cure: string): PlayheadError =>
  new PlayheadError({ code: 'bad-preference', act: `Cannot prefer ${name}=${shown(value)}`, cure })

const codeIn = (value: string): number => {
  if (/^[2-5]\d\d$/.test(value)) return Number(value)
  throw bad('code', value, 'Give a status from 200 to 599: Prefer: code=404.')
}

const isDynamic = (value: string): boolean => {
  if (value === '' || value === 'true') return true
  if (value === 'false') return false
  throw bad('dynamic', value, 'Write Prefer: dynamic=true, or leave it out.')
}

/**
 * Reads the header Prefer (RFC 7240): `code`, `example` and `dynamic` are ours, all others are passed over.
 * @returns `undefined` where it asks for nothing that is ours
 * @throws PlayheadError `bad-preference`
 * @example preferenceOf({ method: 'GET', path: '/', headers: { prefer: 'code=404, example="not found"' } })
 */
export const preferenceOf = (request: WireRequest): Preference | undefined => {
  const header = headerOf(request, 'prefer')
  if (header === undefined) return undefined
  const given = preferencesIn(header)
  const code = given.get('code')
  const example = given.get('example')
  const dynamic = given.get('dynamic')
  const preference: Preference = {
    ...(code === undefined ? {} : { code: codeIn(code) }),
    ...(example === undefined || example === '' ? {} : { example }),
    ...(dynamic !== undefined && isDynamic(dynamic) ? { dynamic: true } : {}),
  }
  return Object.keys(preference).length > 0 ? preference : undefined
}

/** What was applied, as the header Preference-Applied tells it (RFC 7240 section 3). */
export const appliedText = (preference: Preference): string =>
  Object.entries(preference)
    .map(([name, value]) => `${name}=${typeof value === 'string' ? JSON.stringify(value) : value}`)
    .join(', ')

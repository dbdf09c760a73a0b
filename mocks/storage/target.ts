import { remember } from '../world/remember.ts'
import type { Address } from './flavour.ts'
import { decodePercent, encodePath, encodePercent } from './percent.ts'

/** One query parameter, decoded, and as a signer would have spelt it. */
export interface Parameter {
  readonly name: string
  readonly value: string
  readonly canonicalName: string
  readonly canonicalValue: string
}

/** What a raw path and query ask for. */
export interface Target extends Address {
  readonly canonicalPath: string
  readonly parameters: readonly Parameter[]
}

/**
 * A signer never writes a bare plus, and servers disagree on what it means (a space or a plus): it stays as it is, so
 * that no signature matches it. This is how rewriting a query with `URL.searchParams` breaks a link.
 */
const spelling = (raw: string, encoded: string): string =>
  raw.includes('+') ? encoded.replaceAll('%2B', '+') : encoded

const parameterOf = (raw: string): Parameter | undefined => {
  const cut = raw.indexOf('=')
  const [rawName, rawValue] = cut < 0 ? [raw, ''] : [raw.slice(0, cut), raw.slice(cut + 1)]
  const name = decodePercent(rawName)
  const value = decodePercent(rawValue)
  if (name === undefined || value === undefined) return undefined
  return {
    name,
    value,
    canonicalName: spelling(rawName, encodePercent(name)),
    canonicalValue: spelling(rawValue, encodePercent(value)),
  }
}

/** Reads a path-style address, `/<bucket>/<key>?<query>`; `undefined` where it is no URL at all. */
export const readTarget = (rawPath: string): Target | undefined => {
  if (!rawPath.startsWith('/')) return undefined
  const { target } = lately(rawPath, () => ({ target: newTarget(rawPath) }))
  return target
}

/** A request's path is read wherever something of it matters. */
const lately = remember<{ readonly target: Target | undefined }>(1024)

const newTarget = (rawPath: string): Target | undefined => {
  const cut = rawPath.indexOf('?')
  const rawAddress = cut < 0 ? rawPath : rawPath.slice(0, cut)
  const address = decodePercent(rawAddress)
  if (address === undefined) return undefined
  const parameters: Parameter[] = []
  const query = cut < 0 ? '' : rawPath.slice(cut + 1)
  // A stray ampersand is a parameter without a name: no signer writes it, so no signature matches it.
  for (const raw of query === '' ? [] : query.split('&')) {
    const parameter = parameterOf(raw)
    if (parameter === undefined) return undefined
    parameters.push(parameter)
  }
  const slash = address.indexOf('/', 1)
  return {
    canonicalPath: spelling(rawAddress, encodePath(address)),
    bucket: slash < 0 ? address.slice(1) : address.slice(1, slash),
    key: slash < 0 ? '' : address.slice(slash + 1),
    parameters,
  }
}

/** Reads the same of a whole URL, or of a path. */
export const readUrl = (url: string): Target | undefined =>
  readTarget(url.startsWith('/') ? url : url.replace(/^[A-Za-z][A-Za-z0-9+.-]*:\/\/[^/?#]*/, ''))

/** Which object a path-style URL, or a raw path, asks for. */
export const addressIn = (url: string): Address | undefined => {
  const target = readUrl(url)
  return target && { bucket: target.bucket, key: target.key }
}

/** The first value of a parameter. Names are compared exactly, as S3's own are written. */
export const parameter = ({ parameters }: Target, wanted: string): string | undefined =>
  parameters.find(({ name }) => name === wanted)?.value

/** Writes parameters in SigV4's order: by encoded name, then by encoded value, code unit by code unit. */
export const canonicalQuery = (
  parameters: readonly Pick<Parameter, 'canonicalName' | 'canonicalValue'>[],
): string =>
  parameters
    .toSorted((a, b) => order(a.canonicalName, b.canonicalName) || order(a.canonicalValue, b.canonicalValue))
    .map(({ canonicalName, canonicalValue }) => `${canonicalName}=${canonicalValue}`)
    .join('&')

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

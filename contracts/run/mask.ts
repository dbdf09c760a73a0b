import { hexRun } from './hex-run.ts'

/** Writes a text down without origins and secrets. */
export type Mask = (text: string) => string

/** What a mask has to know. */
export interface Secrets {
  readonly apiOrigin: string
  readonly storageOrigin: string
  readonly keys: readonly { readonly account: string; readonly value: string }[]
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The base64 of a text inside longer texts: what is the same whatever stands around it, for each of three alignments. */
const base64Cores = (text: string): readonly string[] =>
  [0, 1, 2].map((pad) => {
    const whole = btoa(`${'x'.repeat(pad)}${text}`).replace(/=+$/, '')
    // The first sextets mix with what stands before, the last one with what stands after.
    const from = pad === 0 ? 0 : pad + 1
    const bits = (pad + text.length) * 8
    return whole.slice(from, Math.floor(bits / 6))
  })

/** What stands for a text that looks like a mask's own work, so that no two texts are masked alike. */
const lookalike = /\{(?==*(?:(?:api|storage)\}|(?:key|signature|token):))/

/**
 * What a text has in it that a mask may have work with, whatever the keys and origins: a way to tell most texts, which
 * have none of it, without the long pattern.
 */
const isSuspicious = (text: string): boolean =>
  text.includes('{') || text.includes('-Security-Token=') || hexRun(text, 32) >= 0

/** Whether a text has something like a signature elsewhere than as that of a URL. */
const hasBare = (text: string): boolean => {
  for (let at = hexRun(text, 64); at >= 0; at = hexRun(text, 64, at + 64))
    if (!text.startsWith('X-Amz-Signature=', at - 16) && !text.startsWith('X-Goog-Signature=', at - 17))
      return true
  return false
}

/**
 * Finds everything that is masked, in one pass. What stands before a signature or token is found with it, and kept: to
 * look behind at every place would take far longer.
 */
const patternFor = (fixed: readonly string[], bare = true): RegExp =>
  new RegExp(
    [
      '(X-(?:Amz|Goog)-Signature=)([0-9a-f]{64})',
      // Of a plain link the part of its path that nobody can guess.
      '(/PHAK[A-Z2-7]*\\.)([0-9a-f]{32})',
      '(X-(?:Amz|Goog)-Security-Token=)([^&"\'\\s<]+)',
      `(${lookalike.source})`,
      // A signature that was seen is one wherever it stands; another text of this form may be a checksum.
      ...(bare ? ['([0-9a-f]{64})'] : []),
      ...(fixed.length > 0 ? [fixed.map(escaped).join('|')] : []),
    ].join('|'),
    'g',
  )

let forOrigins: { readonly origins: string; readonly any: RegExp; readonly signed: RegExp } | undefined

/**
 * The pattern without keys, remembered: a campaign without a wire has the same origins in every case. To look for bare
 * signatures takes longer than for all the rest, so it is left out where there is none.
 */
const patternForOrigins = (origins: readonly string[], text: string): RegExp => {
  const name = origins.join(' ')
  if (forOrigins?.origins !== name)
    forOrigins = { origins: name, any: patternFor(origins), signed: patternFor(origins, false) }
  return hasBare(text) ? forOrigins.any : forOrigins.signed
}

/** So much of a key gives it away, where a log cuts it short. */
const tellingLength = 12

/** The texts that stand for one key: as it is, cut short, URL-encoded, and inside base64. */
export const formsOf = (
  name: string,
  value: string,
): readonly (readonly [text: string, masked: string])[] => {
  const encoded = encodeURIComponent(value)
  return [
    [value, `{${name}}`],
    ...(value.length > tellingLength ? [[value.slice(0, tellingLength), `{${name};start}`] as const] : []),
    ...(encoded === value ? [] : [[encoded, `{${name};url}`] as const]),
    ...base64Cores(value).flatMap((core, pad) =>
      core.length >= 8 ? [[core, `{${name};base64${pad > 0 ? `+${pad}` : ''}}`] as const] : [],
    ),
  ]
}

const longestFirst = (texts: Iterable<string>): readonly string[] =>
  [...texts].toSorted((a, b) => b.length - a.length)

/** What signatures and tokens were numbered so far. */
export type Numbered = Readonly<Record<'signature' | 'token', Map<string, number>>>

/** Begins to number: to be handed from mask to mask where keys become known only with time. */
export const openNumbers = (): Numbered => ({ signature: new Map(), token: new Map() })

/**
 * Makes the mask of one run: origins become `{api}` and `{storage}`, keys `{key:account}` (in base64
 * `{key:account;base64}`), signatures `{signature:1}` and security tokens `{token:1}`, numbered as they first appear.
 * Different texts stay different.
 */
export const openMask = (
  { apiOrigin, storageOrigin, keys }: Secrets,
  numbered: Numbered = openNumbers(),
): Mask => {
  const fixed = new Map([
    [storageOrigin, '{storage}'],
    [apiOrigin, '{api}'],
  ])
  const origins = longestFirst(fixed.keys())
  for (const [index, { account, value }] of keys.entries()) {
    const before = keys.slice(0, index).filter((other) => other.account === account).length
    const name = `key:${account}${before > 0 ? `#${before + 1}` : ''}`
    for (const [text, masked] of formsOf(name, value)) fixed.set(text, masked)
  }
  const numberOf = (kind: 'signature' | 'token', value: string): string => {
    const known = numbered[kind].get(value) ?? numbered[kind].size + 1
    numbered[kind].set(value, known)
    return `{${kind}:${known}}`
  }
  const secrets = [...fixed.keys()].filter((text) => !origins.includes(text))
  const shortest = Math.min(32, ...[...fixed.keys()].map(({ length }) => length))
  const holds = (text: string, any: readonly string[]): boolean => any.some((one) => text.includes(one))
  let whole: RegExp | undefined
  const wholePattern = (): RegExp => {
    whole ??= patternFor(longestFirst(fixed.keys()))
    return whole
  }
  const replaced = (text: string, pattern: RegExp): string =>
    text.replace(
      pattern,
      (
        matched: string,
        signed: string | undefined,
        signature: string,
        plain: string | undefined,
        unguessable: string,
        tokened: string | undefined,
        token: string,
        likeOurs: string | undefined,
        // Where the pattern leaves it out, what stands here is the place of the match.
        bare: string | number | undefined,
      ) => {
        if (signed !== undefined) return signed + numberOf('signature', signature)
        if (plain !== undefined) return plain + numberOf('signature', unguessable)
        if (tokened !== undefined) return tokened + numberOf('token', token)
        if (typeof bare === 'string') return numbered.signature.has(bare) ? numberOf('signature', bare) : bare
        return likeOurs === undefined ? (fixed.get(matched) ?? matched) : `${matched}=`
      },
    )
  return (text) => {
    if (text.length < shortest)
      return text.includes('{') ? replaced(text, patternForOrigins(origins, text)) : text
    if (holds(text, secrets)) return fixed.get(text) ?? replaced(text, wholePattern())
    if (isSuspicious(text) || holds(text, origins)) return replaced(text, patternForOrigins(origins, text))
    return text
  }
}

const written = { enumerable: true, configurable: true, writable: true } as const

/** Assigned to, the one name that means something else would be lost. */
const put = (to: Record<string, unknown>, name: string, value: unknown): void => {
  if (name === '__proto__') Object.defineProperty(to, name, { ...written, value })
  else to[name] = value
}

const maskList = (mask: Mask, list: readonly unknown[]): readonly unknown[] => {
  let masked: unknown[] | undefined
  for (let index = 0; index < list.length; index++) {
    const item = maskValue(mask, list[index])
    if (!masked && item !== list[index]) masked = list.slice(0, index)
    masked?.push(item)
  }
  return masked ?? list
}

/**
 * Masks every text in a value of JSON, the names of fields included. What has nothing to mask is given back as it is: most
 * of what happens has none, and to copy it all takes longer than to look.
 */
export const maskValue = (mask: Mask, value: unknown): unknown => {
  if (typeof value === 'string') return mask(value)
  if (Array.isArray(value)) return maskList(mask, value)
  if (typeof value !== 'object' || value === null) return value
  const given = value as Readonly<Record<string, unknown>>
  const names = Object.keys(given)
  let masked: Record<string, unknown> | undefined
  for (let index = 0; index < names.length; index++) {
    const name = names[index] as string
    const text = mask(name)
    const field = maskValue(mask, given[name])
    if (!masked && (text !== name || field !== given[name])) {
      masked = {}
      for (const before of names.slice(0, index)) put(masked, before, given[before])
    }
    if (masked) put(masked, text, field)
  }
  return masked ?? value
}

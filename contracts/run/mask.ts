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
 * Makes the mask of one run: origins become `{api}` and `{storage}`, keys `{key:account}` (in base64
 * `{key:account;base64}`), signatures `{signature:1}` and security tokens `{token:1}`, numbered as they first appear.
 * Different texts stay different.
 */
export const openMask = ({ apiOrigin, storageOrigin, keys }: Secrets): Mask => {
  const fixed = new Map([
    [storageOrigin, '{storage}'],
    [apiOrigin, '{api}'],
  ])
  for (const [index, { account, value }] of keys.entries()) {
    const before = keys.slice(0, index).filter((other) => other.account === account).length
    const name = `key:${account}${before > 0 ? `#${before + 1}` : ''}`
    const encoded = encodeURIComponent(value)
    fixed.set(value, `{${name}}`)
    if (encoded !== value) fixed.set(encoded, `{${name};url}`)
    for (const [pad, core] of base64Cores(value).entries())
      if (core.length >= 8) fixed.set(core, `{${name};base64${pad > 0 ? `+${pad}` : ''}}`)
  }
  const numbered = { signature: new Map<string, number>(), token: new Map<string, number>() }
  const numberOf = (kind: 'signature' | 'token', value: string): string => {
    const known = numbered[kind].get(value) ?? numbered[kind].size + 1
    numbered[kind].set(value, known)
    return `{${kind}:${known}}`
  }
  const longestFirst = [...fixed.keys()].toSorted((a, b) => b.length - a.length).map(escaped)
  const pattern = new RegExp(
    [
      '(?<=X-(?:Amz|Goog)-Signature=)(?<signature>[0-9a-f]{64})',
      // Of a plain link the part of its path that nobody can guess.
      '(?<=/PHAK[A-Z2-7]*\\.)(?<unguessable>[0-9a-f]{32})',
      '(?<=X-(?:Amz|Goog)-Security-Token=)(?<token>[^&"\'\\s<]+)',
      // A signature that was seen is one wherever it stands; another text of this form may be a checksum.
      '(?<bare>[0-9a-f]{64})',
      `(?<lookalike>${lookalike.source})`,
      `(?<fixed>${longestFirst.join('|')})`,
    ].join('|'),
    'g',
  )
  return (text) =>
    text.replace(pattern, (matched, ...rest) => {
      const groups: Readonly<Record<string, string | undefined>> = rest.at(-1)
      if (groups.signature !== undefined || groups.unguessable !== undefined)
        return numberOf('signature', matched)
      if (groups.token !== undefined) return numberOf('token', matched)
      if (groups.bare !== undefined)
        return numbered.signature.has(matched) ? numberOf('signature', matched) : matched
      return groups.lookalike === undefined ? (fixed.get(matched) ?? matched) : `${matched}=`
    })
}

/** Masks every text in a value of JSON, the names of fields included. */
export const maskValue = (mask: Mask, value: unknown): unknown => {
  if (typeof value === 'string') return mask(value)
  if (Array.isArray(value)) return value.map((item) => maskValue(mask, item))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [mask(name), maskValue(mask, field)]),
  )
}

/** A key with the name of the account it stands for. */
export interface KnownKey {
  readonly account: string
  readonly value: string
}

/** Shorter ones might be any word: they are hidden where a key is expected, and looked for nowhere else. */
const shortestKey = 8

/** Headers that may hold a secret, whosever it is. */
const secretHeaders = new Set(['authorization', 'proxy-authorization', 'cookie', 'api-token', 'x-api-key'])

/** What stands for a secret that is no key of the vendor's. */
const hiddenSecret = '{hidden}'

type Headers = Readonly<Record<string, string>>

/** A word before a key, such as Bearer, is its form and no part of it. */
const keyIn = (written: string): readonly [form: string, key: string] => {
  const [, form = '', key = ''] = /^(\w+ +)?(.*)$/s.exec(written) ?? []
  return [form, key]
}

/** The keys of one sandbox: those its world knows, and those that were tried there. */
export interface KeysSeen {
  /** Every key there is to mask, in the order they became known. */
  readonly all: () => readonly KnownKey[]
  readonly learn: (keys: readonly KnownKey[]) => void
  /** Learns the key of a request, where nobody knows it: it may be somebody's all the same. */
  readonly meet: (headers: Headers, keyHeader: string | undefined) => void
}

/** Opens the keys of one sandbox. */
export const openKeys = (): KeysSeen => {
  const known = new Map<string, KnownKey>()
  let strangers = 0
  const learn = (keys: readonly KnownKey[]): void => {
    for (const key of keys) if (!known.has(key.value)) known.set(key.value, key)
  }
  return {
    all: () => [...known.values()],
    learn,
    meet: (headers, keyHeader) => {
      const written = keyHeader === undefined ? undefined : headers[keyHeader]
      if (written === undefined || [...known.keys()].some((value) => written.includes(value))) return
      const [, value] = keyIn(written)
      if (value.length >= shortestKey) learn([{ account: `unknown-${++strangers}`, value }])
    },
  }
}

/**
 * Headers that are masked already, without the secrets that no mask could know: of a key too short to be looked for stays
 * its form, of any other secret nothing.
 * @param keyHeader where the vendor wants its key, in lower case
 */
export const withoutSecrets = (masked: Headers, keyHeader: string | undefined): Headers => {
  const shown = (value: string, isKey: boolean): string => {
    const [held] = /\{key:[^}]*\}/.exec(value) ?? []
    // What else stands beside a key that strayed may be a secret too.
    if (!isKey) return held ?? hiddenSecret
    const [form, key] = keyIn(value)
    return held !== undefined || key === '' ? value : `${form}{key:unknown}`
  }
  return Object.fromEntries(
    Object.entries(masked).map(([name, value]) =>
      name === keyHeader || secretHeaders.has(name)
        ? [name, shown(value, name === keyHeader)]
        : [name, value],
    ),
  )
}

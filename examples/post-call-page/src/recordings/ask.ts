/** How questions reach the vendor. */
export interface Way {
  /** Where it answers, without a trailing slash. */
  readonly baseUrl: string
  readonly headers: Readonly<Record<string, string>>
  readonly fetch: typeof globalThis.fetch
}

/** What came back, and when the question went out. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  /** `undefined` where the body is no JSON. */
  readonly json: unknown
  readonly askedAt: number
}

const longestMs = 10_000

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * Asks once, for ten seconds at most. A redirect is not followed: it would take the key along. `undefined` where no whole
 * answer came.
 */
export const ask = async ({ baseUrl, headers, fetch }: Way, path: string): Promise<Answer | undefined> => {
  const askedAt = Date.now()
  try {
    const response = await fetch(`${baseUrl}${path}`, {
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(longestMs),
    })
    // A refusal is one without its body too.
    const text = response.ok ? await response.text() : await response.text().catch(() => '')
    return { status: response.status, headers: response.headers, json: jsonIn(text), askedAt }
  } catch {
    return undefined
  }
}

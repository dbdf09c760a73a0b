import type { Found } from '../../../contracts/drift/found.ts'
import { refusedEarly, type ToldLink } from '../../../contracts/drift/traffic/lifetimes.ts'

/** So long before its end a link is asked: the vendor's clock may differ from ours. */
const marginMs = 3000
const patienceMs = 10_000
/** More are not asked: a vendor's storage is not to be flooded. */
const mostAsked = 50
/** The longest time that a timer can wait. */
const longestMs = 2 ** 31 - 1

/** Asks links that were told whether they live as long as they were said to. */
export interface LinkAsker {
  /** Says that a link was told: it will be asked shortly before its end. */
  expect(link: ToldLink): void
  /** Asks at once what has not been asked; when it has ended, everything is told. */
  close(): Promise<{ readonly asked: number; readonly refused: number }>
}

const statusOf = async (url: string): Promise<number | undefined> => {
  try {
    const response = await fetch(url, {
      headers: { range: 'bytes=0-0' },
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
    })
    await response.body?.cancel()
    return response.status
  } catch {
    // Storage that is not there says nothing of the link.
    return undefined
  }
}

/**
 * Begins to ask links for their first byte, each once: shortly before its end, or when one closes.
 * @param now real time, in milliseconds since the epoch
 * @param tell told of each that was refused before its end
 */
export const openLinkAsker = (
  now: () => number,
  tell: (link: ToldLink, found: readonly Found[]) => void,
): LinkAsker => {
  const waiting = new Map<string, { readonly link: ToldLink; readonly timer: NodeJS.Timeout }>()
  const under = new Set<Promise<void>>()
  let [asked, refused] = [0, 0]
  const ask = async (link: ToldLink): Promise<void> => {
    const status = await statusOf(link.url)
    if (status === undefined) return
    asked += 1
    const found = refusedEarly(link, status, now())
    refused += found.length
    tell(link, found)
  }
  const askNow = (link: ToldLink): void => {
    waiting.delete(link.url)
    const asking = ask(link)
    under.add(asking)
    void asking.finally(() => under.delete(asking))
  }
  let expected = 0
  return {
    expect: (link) => {
      const wait = link.until - marginMs - now()
      if (expected >= mostAsked || waiting.has(link.url) || wait < 0 || !/^https?:/i.test(link.url)) return
      expected += 1
      waiting.set(link.url, {
        link,
        timer: setTimeout(() => askNow(link), Math.min(wait, longestMs)).unref(),
      })
    },
    close: async () => {
      for (const { link, timer } of [...waiting.values()]) {
        clearTimeout(timer)
        askNow(link)
      }
      await Promise.all(under)
      return { asked, refused }
    },
  }
}

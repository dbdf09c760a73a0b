import { fromAmzDate } from '../../mocks/world/instant.ts'

/** Short names for the signed URLs of one history: `url#1`, in the order in which they are first named. */
export interface UrlNames {
  readonly nameOf: (url: string) => string
  /** A text with every signed URL in it replaced by its name. */
  readonly shorten: (text: string) => string
  /** The signed URLs in a body of JSON. */
  readonly linksIn: (body: string) => readonly string[]
  /** When a URL ends, by its own text. */
  readonly endOf: (url: string) => number | undefined
}

const signedUrl = /\{storage\}\/[^\s"'\\<>]*X-Amz-[^\s"'\\<>]+/g

export const openUrlNames = (): UrlNames => {
  const names = new Map<string, string>()
  const nameOf = (url: string): string => {
    const known = names.get(url) ?? `url#${names.size + 1}`
    names.set(url, known)
    return known
  }
  return {
    nameOf,
    shorten: (text) => text.replace(signedUrl, nameOf),
    linksIn: (body) => body.match(signedUrl) ?? [],
    endOf: (url) => {
      const from = fromAmzDate(/X-Amz-Date=(\w+)/.exec(url)?.[1] ?? '')
      const seconds = /X-Amz-Expires=(\d+)/.exec(url)?.[1]
      return from === undefined || seconds === undefined ? undefined : from + Number(seconds) * 1000
    },
  }
}

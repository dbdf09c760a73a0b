import type { Published } from '../../contracts/drift/compare-vendor.ts'
import { PlayheadError, shown } from '../../mocks/world/error.ts'
import { parseDocument } from './parse-document.ts'
import type { Pinned } from './pinned.ts'
import { isAddress, readSource, type SourceText } from './read-source.ts'
import { wholeDocument } from './whole-document.ts'

/** Where files are looked for, and what ends a fetch. */
type From = { readonly cwd: string; readonly signal: AbortSignal }

const titleOf = (page: string): string => /^# (.+)$/m.exec(page)?.[1]?.trim() ?? ''

/** The address of a page in its site's index, by the page's title; only on the index's own site. */
const addressIn = (index: SourceText, address: string, title: string): string => {
  const links = [...index.text.matchAll(/\[([^\]]+)\]\(([^)\s]+)\)/g)]
  const [, , link] = links.find(([, text]) => text?.trim().toLowerCase() === title.toLowerCase()) ?? []
  const url = link === undefined ? undefined : new URL(link, address)
  if (url && title !== '' && url.origin === new URL(address).origin) return url.href
  throw new PlayheadError({
    code: 'page-not-found',
    act: `Cannot find the page ${shown(title)} in ${index.name}`,
    cure: 'The page has moved or has another title: name it with --head VENDOR=ADDRESS, and correct source.json.',
  })
}

/** The newer text: what somebody names, else what stands at the address of the pinned page, or where its index leads. */
const newerText = async (
  { vendor, source, page }: Pinned,
  given: string | undefined,
  from: From,
): Promise<SourceText> => {
  if (given !== undefined) return readSource(given, from)
  if (/\/llms\.txt$/.test(source.url)) {
    const index = await readSource(source.url, from)
    return readSource(addressIn(index, source.url, titleOf(page.text)), from)
  }
  if (source.note === undefined) return readSource(source.url, from)
  throw new PlayheadError({
    code: 'page-not-found',
    act: `Cannot tell where the page of ${vendor} is: ${source.url} is not its own address (${source.note})`,
    cure: `Save the page as the pinned one was saved, and name it: --head ${vendor}=FILE.`,
  })
}

/**
 * Reads what a vendor publishes now.
 * @param given a file or an address, where one was named
 * @throws PlayheadError of any source that cannot be read, fetched or trusted; `page-not-found`
 */
export const readNewer = async (
  pinned: Pinned,
  given: string | undefined,
  from: From,
): Promise<Published> => {
  const page = await newerText(pinned, given, from)
  if (pinned.document) {
    const places = await parseDocument(page)
    return { page, places, document: wholeDocument(places) }
  }
  const start = page.text.trimStart()
  if (start !== '' && !start.startsWith('<')) return { page, document: undefined }
  throw new PlayheadError({
    code: 'unreadable-specification',
    act: `Cannot read ${page.name}: it is ${start === '' ? 'empty' : 'a page of HTML'}`,
    cure: isAddress(page.name)
      ? 'Save the page as the pinned one was saved, as text or Markdown, and name the file.'
      : 'Give the page as text or Markdown, as the pinned one was saved.',
  })
}

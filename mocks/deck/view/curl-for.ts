import { curlOf } from '../../vendors/curl.ts'
import type { Deck } from '../controller.ts'
import type { EntryTold, ReadyTold } from '../line.ts'

/** Headers that say something to the vendor; what a browser or a library adds by itself is left out. */
const kept = (headers: Readonly<Record<string, string>>): readonly (readonly [string, string])[] =>
  Object.entries(headers).filter(([name]) => name === 'range' || name === 'prefer' || name === 'accept')

/**
 * An exchange as a command: with the default account's key in place of the masked one. A signature stays masked, since it
 * is a right in itself: a storage request wants a new link.
 */
export const curlFor = async (
  entry: EntryTold,
  { line, timeline }: Pick<Deck, 'line' | 'timeline'>,
): Promise<string> => {
  const ready = await line.ask<ReadyTold>('GET', 'vendors')
  const sandbox = timeline.peek()?.sandbox ?? 'default'
  const prefix = sandbox === 'default' ? '' : `/~${sandbox}`
  const own = entry.vendor === undefined ? {} : ready.vendors[entry.vendor]?.headers
  const { method, path, headers } = entry.request
  return entry.origin === 'storage'
    ? curlOf(`${ready.storageUrl}${path}`, Object.fromEntries(kept(headers)), method)
    : curlOf(`${ready.url}${prefix}${path}`, { ...own, ...Object.fromEntries(kept(headers)) }, method)
}

import { type ApiDocument, rootOf } from '../document/api-document.ts'
import { type Located, membersOf, textUnder, under } from '../document/located.ts'
import type { Found } from '../found.ts'
import type { ApiOperation } from './operation.ts'

/** An address that an operation is served from, with the usual values of its variables, and without a slash at its end. */
interface Server {
  readonly url: string
  readonly at: string
}

const urlOf = (server: Located): string =>
  (textUnder(server, 'url') ?? '/')
    .replace(
      /\{([^}]*)\}/g,
      (whole, name) => textUnder(under(under(server, 'variables'), name), 'default') ?? whole,
    )
    .replace(/\/+$/, '')

/** The servers of an operation: its own, else the path's, else the document's. */
export const serversOf = (document: ApiDocument, { operation, item }: ApiOperation): readonly Server[] => {
  const lists = [operation, item, rootOf(document)].map((place) => membersOf(under(place, 'servers')))
  const servers = lists.find((list) => list.length > 0) ?? []
  return servers.map((server) => ({ url: urlOf(server), at: server.at }))
}

/** The path below its host that servers agree on: `/v1`. */
export const basePathOf = (document: ApiDocument, operation: ApiOperation): string => {
  const paths = serversOf(document, operation).map(({ url }) => url.replace(/^[a-z+.-]+:\/\/[^/]*/i, ''))
  return new Set(paths).size === 1 ? (paths[0] ?? '') : ''
}

const host = (document: ApiDocument, operation: ApiOperation, path: string): readonly Server[] =>
  serversOf(document, operation).map(({ url, at }) => ({ url: `${url}${path}`, at }))

/** Compares the addresses that an operation is called at: where a part of the path moves into the server, none changes. */
export const compareServers = (
  documents: { readonly base: ApiDocument; readonly head: ApiDocument },
  base: ApiOperation,
  head: ApiOperation,
): readonly Found[] => {
  // A path that moved is added to the server; one that did not is left out, so that all operations tell the same.
  const moved = base.path.replace(/\{[^}]*\}/g, '{}') !== head.path.replace(/\{[^}]*\}/g, '{}')
  const was = host(documents.base, base, moved ? base.path : '')
  const is = host(documents.head, head, moved ? head.path : '')
  /** Without any server, an API is served from where its document lies. */
  const isUsual = ({ url }: Server): boolean => !moved && url === ''
  const has = (list: readonly Server[], server: Server): boolean =>
    list.some((other) => other.url === server.url) || (list.length === 0 && isUsual(server))
  return [
    ...was
      .filter((server) => !has(is, server))
      .map(
        ({ url, at }): Found => ({
          rule: 'server-removed',
          place: ['servers'],
          base: { at, value: url },
          head: is[0] && { at: is[0].at },
        }),
      ),
    ...is
      .filter((server) => !has(was, server))
      .map(
        ({ url, at }): Found => ({
          rule: 'server-added',
          place: ['servers'],
          base: was[0] && { at: was[0].at },
          head: { at, value: url },
        }),
      ),
  ]
}

import { toIso } from '../../mocks/world/instant.ts'
import { onOneClock } from '../drivers/observe/elapsed.ts'
import type { Run, RunLine } from '../drivers/observe/run.ts'
import type { EventOf } from '../history.ts'
import { ownCreator } from './har.ts'

type Headers = Readonly<Record<string, string>>
type Sent = Extract<RunLine['event'], { kind: 'sent' }>

const fieldsOf = (headers: Headers) => Object.entries(headers).map(([name, value]) => ({ name, value }))

const queryOf = (url: string) => {
  const [, query = ''] = /\?(.*)$/s.exec(url) ?? []
  return query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = '', ...value] = pair.split('=')
      return { name, value: value.join('=') }
    })
}

const cookies: readonly never[] = []
const unknownSize = { headersSize: -1, bodySize: -1 } as const
const httpVersion = 'HTTP/1.1'

const responseOf = (
  received: Pick<EventOf<'received'>, 'status' | 'headers' | 'body' | 'object'> | undefined,
) => {
  const { status = 0, headers = {}, body, object } = received ?? {}
  const size = object ? object.to - object.from : new TextEncoder().encode(body ?? '').length
  return {
    status,
    statusText: '',
    httpVersion,
    cookies,
    headers: fieldsOf(headers),
    content: {
      size,
      mimeType: headers['content-type'] ?? '',
      ...(body === undefined ? {} : { text: body }),
    },
    redirectURL: headers.location ?? '',
    ...unknownSize,
  }
}

/**
 * A run as a HAR file (HAR 1.2), for the tools that show one. Keys, signatures and tokens stay masked.
 * @see http://www.softwareishard.com/blog/har-12-spec/
 */
export const writeHar = ({ head, lines: told }: Run): string => {
  const lines = onOneClock(told)
  const withOrigins = (text: string): string =>
    text.replaceAll('{api}', head.api).replaceAll('{storage}', head.storage)
  const entryOf = ({ event: sent, sandbox }: RunLine & { readonly event: Sent }) => {
    const mine = lines.flatMap(({ event }) => (event.request === sent.request ? event : []))
    const received = mine.find((event) => event.kind === 'received')
    const settled = mine.find((event) => event.kind === 'settled')
    const end = settled?.at ?? received?.at ?? sent.at
    const within = sandbox === 'default' || sent.role === 'storage' ? '' : `/~${sandbox}`
    const url = `${sent.role === 'api' ? head.api : head.storage}${within}${sent.path}`
    const wait = (received?.at ?? end) - sent.at
    const { method, headers } = sent
    const broken = settled && settled.how !== 'complete' ? { _error: settled.how } : {}
    return {
      startedDateTime: toIso(sent.at),
      time: end - sent.at,
      request: {
        method,
        url,
        httpVersion,
        cookies,
        headers: fieldsOf(headers),
        queryString: queryOf(url),
        ...unknownSize,
      },
      response: { ...responseOf(received), ...broken },
      cache: {},
      timings: { send: 0, wait, receive: end - sent.at - wait },
    }
  }
  const entries = lines.flatMap((line) =>
    line.event.kind === 'sent' ? entryOf({ ...line, event: line.event }) : [],
  )
  const creator = { name: ownCreator, version: head.by.replace(/^\D*/, '') }
  return `${withOrigins(JSON.stringify({ log: { version: '1.2', creator, entries } }, null, 2))}\n`
}

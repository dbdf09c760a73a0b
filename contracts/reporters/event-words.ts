import { formatElapsed } from '../../mocks/world/duration.ts'
import type { Event, EventOf, History } from '../history.ts'
import type { UrlNames } from './url-names.ts'

type Asked = EventOf<'asked'>

/** Whether an id is one of a vendor's own, long and of no interest; another one is what a case is about. */
const isPlain = (id: string): boolean => /^[A-Za-z0-9_-]{8,}$/.test(id)

/** What a client is asked, in words. */
export const questionWords = ({ op, call, id, account, segment, from }: Asked): string => {
  const method = { look: 'getRecording', download: 'download', replies: 'listReplies' }[op]
  const options = [
    segment === undefined ? undefined : `segment ${segment}`,
    from === undefined ? undefined : `from byte ${from}`,
    account === 'default' ? undefined : `as ${account}`,
  ].filter(Boolean)
  const named = isPlain(id) ? call : `${call} as ${JSON.stringify(id)}`
  return `${method}(${[named, ...options].join(', ')})`
}

/** What it answered, in words. */
export const outcomeWords = (
  { outcome, error }: Pick<EventOf<'answered'>, 'outcome' | 'error'>,
  urls: UrlNames,
): string => {
  if (error) return `threw ${error.name}: ${urls.shorten(error.message)}`
  if (!outcome) return 'nothing'
  switch (outcome.kind) {
    case 'playable':
      // A client under test may have answered anything of that kind.
      if (!Array.isArray(outcome.segments)) return 'playable, without segments'
      return `playable ${outcome.segments.map(({ url, state }) => (url ? urls.nameOf(url) : state)).join(', ')}`
    case 'downloaded':
      return `downloaded ${outcome.length} bytes from ${outcome.from}, ${outcome.contentType}`
    case 'replies':
      return `${outcome.replies.length} replies`
    case 'rate-limited':
      return outcome.retryAfterSeconds === undefined
        ? 'rate-limited'
        : `rate-limited, ${outcome.retryAfterSeconds} s`
    case 'invalid-request':
      return `invalid-request ${JSON.stringify(outcome.details)}`
    default:
      return outcome.kind
  }
}

/** The head of a response in words, with the links that it carries. */
export const answerWords = (event: EventOf<'received'>, history: History, urls: UrlNames): string => {
  const { status, body, object, headers } = event
  if (object) return `${status}, bytes ${object.from}–${object.to - 1} of ${object.of}`
  const links = urls.linksIn(body ?? '').map((url) => {
    const until = urls.endOf(url)
    return `${urls.nameOf(url)}${until === undefined ? '' : ` until ${formatElapsed(until - history.start)}`}`
  })
  const location = headers.location === undefined ? [] : [`to ${urls.shorten(headers.location)}`]
  const code = /<Code>(\w+)<\/Code>/.exec(body ?? '')?.[1]
  return [String(status), ...(code ? [code] : []), ...links, ...location].join(', ')
}

/** A path with the world's name for the call in place of its id, where the id is a long one. */
const namedPath = (path: string, { events }: History): string => {
  let named = path
  for (const event of events)
    if (event.kind === 'asked' && isPlain(event.id)) named = named.replaceAll(event.id, event.call)
  return named
}

/** A request in words. */
export const requestWords = (
  { method, path, role }: EventOf<'sent'>,
  history: History,
  urls: UrlNames,
): string =>
  `${method} ${urls.shorten(role === 'storage' ? `{storage}${namedPath(path, history)}` : namedPath(path, history))}`

/** The head of a request's response, where nothing else happened before it came. */
const immediate = (index: number, request: string, { events }: History): EventOf<'received'> | undefined => {
  const next = events[index + 1]
  return next?.kind === 'received' && next.request === request ? next : undefined
}

/** How a request ended, where it did not simply end. */
const ending = (request: string, { events }: History): string | undefined => {
  const settled = events.find((event) => event.kind === 'settled' && event.request === request)
  return settled?.kind === 'settled' && settled.how !== 'complete' ? settled.how : undefined
}

/** A request with its answer, or without it where that came later or never. */
export const exchangeWords = (
  sent: EventOf<'sent'>,
  index: number,
  history: History,
  urls: UrlNames,
): string => {
  const received = immediate(index, sent.request, history)
  const later = history.events.some(
    ({ kind, ...rest }) => kind === 'received' && 'request' in rest && rest.request === sent.request,
  )
  const end = received
    ? [answerWords(received, history, urls), ending(sent.request, history)].filter(Boolean).join(', ')
    : later
      ? '…'
      : (ending(sent.request, history) ?? '…')
  return `${requestWords(sent, history, urls)} → ${end}`
}

/**
 * Whether a client really waited: something happens at the very instant its wait ends. A time limit that was not reached
 * is a wait as well, and only noise.
 */
export const isWaitedOut = ({ at, ms }: EventOf<'slept'>, { events }: History): boolean =>
  ms >= 0 &&
  events.some((event) => event.at === at + ms && event.kind !== 'slept' && (ms > 0 || event.kind === 'sent'))

/** One event in words; `undefined` where another line tells it. */
export const eventWords = (
  event: Event,
  index: number,
  history: History,
  urls: UrlNames,
): readonly [string, string] | undefined => {
  switch (event.kind) {
    case 'world':
    case 'disturbed':
      return ['world', event.what]
    case 'skewed':
      return ['client', `its clock is set ${event.ms} ms ${event.ms < 0 ? 'behind' : 'ahead'}`]
    case 'asked':
      return ['client', questionWords(event)]
    case 'sent':
      return ['client', `  ${exchangeWords(event, index, history, urls)}`]
    case 'received': {
      const before = history.events[index - 1]
      if (before?.kind === 'sent' && before.request === event.request) return undefined
      const sent = history.events.find((other) => other.kind === 'sent' && other.request === event.request)
      const request = sent?.kind === 'sent' ? requestWords(sent, history, urls) : event.request
      return ['client', `  the answer to ${request}: ${answerWords(event, history, urls)}`]
    }
    case 'answered':
      return ['client', `→ ${outcomeWords(event, urls)}`]
    case 'hung':
      return ['client', '→ never answers']
    case 'cancelled':
      return ['client', 'is told to stop']
    case 'slept':
      if (!isWaitedOut(event, history)) return undefined
      return ['client', `  waits ${event.ms < 0 ? 'without end' : `${event.ms} ms`}`]
    case 'logged':
      return ['client', `  logs ${JSON.stringify(urls.shorten(event.text))}`]
    default:
      return undefined
  }
}

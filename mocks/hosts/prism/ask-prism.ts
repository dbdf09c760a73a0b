import type { Encoded } from '../../vendors/define.ts'
import { PlayheadError, shown } from '../../world/error.ts'
import type { WireRequest } from '../../world/exchange.ts'
import { lengthOf } from '../framing.ts'
import { type Fields, isFields } from './fields.ts'
import { type Prism, type PrismOperation, silence } from './load-prism.ts'
import { appliedText, type Preference } from './preference.ts'

/** What Prism is to answer. */
export interface PrismAsk {
  /** The operation for an error's words, such as `GET /v1/contacts of quo`. */
  readonly named: string
  readonly operation: PrismOperation
  /** Its path is the document's own. */
  readonly request: WireRequest
  readonly preference: Preference
  readonly seed: string
}

const isJson = (type: string): boolean => /^[^;]*[/+]json\s*(;|$)/i.test(type)

/** Headers that are the connection's, the clock's or the browser's business, and no document's. */
const notTheirs = /^(content-length|transfer-encoding|connection|date|access-control-.*)$/

/** The headers a document makes, without those that cannot be sent (RFC 9110 sections 5.1 and 5.5). */
const headersIn = (made: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(isFields(made) ? made : {}).flatMap(([name, value]) => {
      const lower = name.toLowerCase()
      const text = typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
      return text !== undefined &&
        /^[!#$%&'*+.^_`|~a-z\d-]+$/.test(lower) &&
        /^[\t\x20-\x7e]*$/.test(text) &&
        !notTheirs.test(lower)
        ? [[lower, text]]
        : []
    }),
  )

/** A JSON body as its value; any other, or one that is no JSON, as the text it is, for the document to refuse. */
const bodyIn = ({ headers, body = '' }: WireRequest): unknown => {
  if (body === '') return null
  if (!isJson(headers['content-type'] ?? '')) return body
  try {
    return JSON.parse(body)
  } catch {
    return body
  }
}

const queryIn = (path: string): Record<string, string | string[]> => {
  const { searchParams } = new URL(path, 'http://document.invalid')
  return Object.fromEntries(
    [...new Set(searchParams.keys())].map((name) => {
      const [first = '', ...more] = searchParams.getAll(name)
      return [name, more.length > 0 ? [first, ...more] : first]
    }),
  )
}

const cannot = (named: string, why: string, cause?: unknown): PlayheadError =>
  new PlayheadError({
    code: 'no-answer-by-document',
    act: `Cannot answer ${named} from its document: ${why}`,
    cure: 'Ask as the document wants to be asked, or mend the document.',
    cause,
  })

/** What Prism has to complain of, in one line. */
const complaintIn = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  const { detail, additional } = error as Error & { readonly detail?: unknown; readonly additional?: unknown }
  const listed = isFields(additional) && Array.isArray(additional.validation) ? additional.validation : []
  const messages = listed.flatMap((one: unknown) =>
    isFields(one) && typeof one.message === 'string' ? one.message : [],
  )
  if (messages.length > 0) return messages.join('; ')
  return typeof detail === 'string' ? detail : (error.message.split('\n')[0] ?? '')
}

const written = (named: string, { statusCode, headers, body }: Fields): Encoded => {
  const status = Number(statusCode)
  if (!(Number.isInteger(status) && status >= 200 && status <= 599))
    throw cannot(named, `${shown(statusCode)} is no status a response can have`)
  const { 'content-type': type = '', ...own } = headersIn(headers)
  if (body === undefined || (body === null && !isJson(type))) return { status, headers: own, body: '' }
  const typed = { ...own, 'content-type': type }
  if (isJson(type))
    // A value stays one, so that a disturbance can add to it.
    return {
      status,
      headers: typed,
      body: typeof body === 'object' && body !== null ? body : JSON.stringify(body),
    }
  if (typeof body === 'object') throw cannot(named, `an object cannot be written as ${type || 'no type'}`)
  return { status, headers: typed, body: String(body) }
}

/** Of Prism's diagnostics; the others are warnings, such as that a parameter is deprecated. */
const errorSeverity = 0

const applying = (preference: Preference, words: Encoded): Encoded => {
  const applied = appliedText(preference)
  return applied === '' ? words : { ...words, headers: { ...words.headers, 'preference-applied': applied } }
}

/**
 * Asks Prism for one answer. Nothing is fetched, and nothing is logged.
 * @throws PlayheadError `no-answer-by-document`
 */
export const askPrism = async (prism: Prism, ask: PrismAsk): Promise<Encoded> => {
  const { named, operation, request, preference, seed } = ask
  const { code, example, dynamic = false } = preference
  const config = {
    isProxy: false,
    // The key was checked before, in the vendor's own words.
    checkSecurity: false,
    validateRequest: true,
    validateResponse: false,
    errors: false,
    upstreamProxy: undefined,
    // One of its own for each request: Prism writes the Accept header into it.
    mock: {
      dynamic,
      seed,
      ...(code === undefined ? {} : { code }),
      ...(example === undefined ? {} : { exampleKey: example }),
    },
  } as const
  const element = {
    method: operation.method as 'get',
    url: { path: request.path.replace(/[?#].*$/s, ''), query: queryIn(request.path) },
    headers: { ...request.headers, 'content-length': String(lengthOf(request.body)) },
    body: bodyIn(request),
  }
  try {
    const instance = prism.createInstance(config, { logger: silence })
    const told = await instance.request(element, [operation], config)()
    if (told._tag === 'Left') throw told.left
    const { output, validations } = told.right
    // A request that the document refuses is told so, whatever it prefers.
    const refused = validations.input.some(({ severity }) => severity === errorSeverity)
    return applying(refused ? {} : preference, written(named, { ...output }))
  } catch (error) {
    throw error instanceof PlayheadError ? error : cannot(named, complaintIn(error), error)
  }
}

import { isObject, type Json } from '../../../mocks/world/json.ts'
import { type ApiDocument, badReference, meant, rootOf } from '../document/api-document.ts'
import { entriesOf, holdsObject, type Located, membersOf, textUnder, under } from '../document/located.ts'
import type { Found } from '../found.ts'
import type { ApiOperation } from './operation.ts'

/** One way to be let in: everything that must be shown together, in words that mean the same in every document. */
type Way = ReadonlySet<string>

interface Guard {
  readonly ways: readonly Way[]
  readonly at: string
  /** The schemes, as the document calls them. */
  readonly names: readonly string[]
  /** Where tokens are got, by what they are for. */
  readonly endpoints: readonly string[]
}

const endpointKeys = ['authorizationUrl', 'tokenUrl', 'deviceAuthorizationUrl']

const schemeOf = (document: ApiDocument, name: string): Located =>
  meant(document, under(under(under(rootOf(document), 'components'), 'securitySchemes'), name))

const isDescribed = (document: ApiDocument, name: string): boolean =>
  schemeOf(document, name).value !== undefined

/** What a client has to show, whatever the scheme is called. */
const shownBy = (scheme: Located, name: string): string => {
  const type = textUnder(scheme, 'type')
  const field = textUnder(scheme, 'name') ?? ''
  const place = textUnder(scheme, 'in') ?? ''
  if (type === 'apiKey') return `a key in ${place} ${place === 'header' ? field.toLowerCase() : field}`
  if (type === 'http') return `HTTP ${(textUnder(scheme, 'scheme') ?? '').toLowerCase()}`
  if (type === 'oauth2' || type === 'openIdConnect') return 'a token by OAuth'
  return type ?? `the undescribed scheme ${name}`
}

const scopesOf = (value: Json): readonly string[] => (Array.isArray(value) ? value.map(String) : [])

const wayOf = (document: ApiDocument, requirement: Located): Way =>
  new Set(
    entriesOf(requirement).flatMap(([name, { value }]) => {
      const shown = shownBy(schemeOf(document, name), name)
      return [shown, ...scopesOf(value).map((scope) => `${shown} with the scope ${scope}`)]
    }),
  )

const endpointsOf = (scheme: Located): readonly string[] => {
  const flows = entriesOf(under(scheme, 'flows')).flatMap(([name, flow]) =>
    endpointKeys.flatMap((key) => {
      const url = textUnder(flow, key)
      return url === undefined ? [] : [`${name} ${key} ${url}`]
    }),
  )
  const discovery = textUnder(scheme, 'openIdConnectUrl')
  return discovery === undefined ? flows : [...flows, `openIdConnectUrl ${discovery}`]
}

/** Who is let in: by the operation's own word, else by the document's. */
const guardOf = (document: ApiDocument, { operation }: ApiOperation): Guard => {
  const own = under(operation, 'security')
  const said = Array.isArray(own.value) ? own : under(rootOf(document), 'security')
  const requirements = membersOf(said).filter(holdsObject)
  const names = requirements.flatMap(({ value }) => Object.keys(value))
  return {
    ways: requirements.length === 0 ? [new Set()] : requirements.map((one) => wayOf(document, one)),
    names,
    at: isObject(operation.value) && said.value !== undefined ? said.at : operation.at,
    endpoints: [...new Set(names.flatMap((name) => endpointsOf(schemeOf(document, name))))].sort(),
  }
}

const suffices = (shown: Way, asked: Way): boolean => [...asked].every((one) => shown.has(one))

const told = ({ ways }: Guard): string =>
  ways.map((way) => (way.size === 0 ? 'nothing' : [...way].join(' and '))).join(', or ')

/** Compares who is let in, as it works out for one operation. */
export const compareSecurity = (
  documents: { readonly base: ApiDocument; readonly head: ApiDocument },
  base: ApiOperation,
  head: ApiOperation,
): readonly Found[] => {
  const [was, is] = [guardOf(documents.base, base), guardOf(documents.head, head)]
  const lost = is.names.find(
    (name) =>
      !isDescribed(documents.head, name) && was.names.includes(name) && isDescribed(documents.base, name),
  )
  if (lost !== undefined)
    throw badReference(documents.head.name, lost, 'no such security scheme is described')
  const spots = {
    place: ['security'],
    base: { at: was.at, value: told(was) },
    head: { at: is.at, value: told(is) },
  }
  const opens = (asked: readonly Way[], shown: Way): boolean => asked.some((way) => suffices(shown, way))
  if (!was.ways.every((way) => opens(is.ways, way))) return [{ rule: 'security-changed', ...spots }]
  if (!is.ways.every((way) => opens(was.ways, way))) return [{ rule: 'security-loosened', ...spots }]
  const moved = was.endpoints.filter((one) => !is.endpoints.includes(one))
  return moved.length === 0
    ? []
    : [
        {
          rule: 'token-endpoint-moved',
          ...spots,
          base: { at: was.at, value: moved.join(', ') },
          head: { at: is.at, value: is.endpoints.filter((one) => !was.endpoints.includes(one)).join(', ') },
        },
      ]
}

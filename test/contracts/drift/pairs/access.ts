import { document, type Pair } from './pair.ts'

const ok = { responses: { 204: { description: 'Done' } } }
const key = (name: string, place = 'header'): object => ({ type: 'apiKey', in: place, name })
const bearer = { type: 'http', scheme: 'bearer' }
const grant = (tokenUrl: string, scopes: object = {}): object => ({
  type: 'oauth2',
  flows: { clientCredentials: { tokenUrl, scopes } },
})

interface Access {
  readonly schemes?: object
  readonly all?: readonly object[]
  readonly own?: readonly object[]
}

const guarded = ({ schemes = {}, all, own }: Access): object =>
  document(own === undefined ? ok : { ...ok, security: own }, {
    components: { securitySchemes: schemes },
    ...(all === undefined ? {} : { security: all }),
  })
const served = (...urls: readonly string[]): object => document(ok, { servers: urls.map((url) => ({ url })) })
const schemes = { key: key('Authorization'), token: bearer }

/** Who may ask, and where. */
export const access: readonly Pair[] = [
  {
    says: 'a key is asked for where none was',
    base: guarded({}),
    head: guarded({ schemes, all: [{ key: [] }] }),
    wanted: { breaking: ['security-changed'] },
  },
  {
    says: 'the operation drops its own word and the one for all stays another',
    base: guarded({ schemes, all: [{ token: [] }], own: [{ key: [] }] }),
    head: guarded({ schemes, all: [{ token: [] }] }),
    wanted: { breaking: ['security-changed'] },
  },
  {
    says: 'the operation drops its own word, and the one for all says the same',
    base: guarded({ schemes, all: [{ key: [] }], own: [{ key: [] }] }),
    head: guarded({ schemes, all: [{ key: [] }] }),
    wanted: {},
    quiet: ['security-changed', 'security-loosened'],
  },
  {
    says: 'the key goes into another header',
    base: guarded({ schemes: { key: key('X-Key') }, all: [{ key: [] }] }),
    head: guarded({ schemes: { key: key('Api-Key') }, all: [{ key: [] }] }),
    wanted: { breaking: ['security-changed'] },
  },
  {
    says: 'the key moves from the header into the query',
    base: guarded({ schemes: { key: key('key') }, all: [{ key: [] }] }),
    head: guarded({ schemes: { key: key('key', 'query') }, all: [{ key: [] }] }),
    wanted: { breaking: ['security-changed'] },
  },
  {
    says: 'the header of the key is written in other letters, and the scheme has another name',
    base: guarded({ schemes: { key: key('X-API-Key') }, all: [{ key: [] }] }),
    head: guarded({ schemes: { apiKey: key('x-api-key') }, all: [{ apiKey: [] }] }),
    wanted: {},
    quiet: ['security-changed', 'security-loosened'],
  },
  {
    says: 'bearer becomes basic',
    base: guarded({ schemes: { a: bearer }, all: [{ a: [] }] }),
    head: guarded({ schemes: { a: { type: 'http', scheme: 'basic' } }, all: [{ a: [] }] }),
    wanted: { breaking: ['security-changed'] },
  },
  {
    says: 'one of two ways in is closed',
    base: guarded({ schemes, all: [{ key: [] }, { token: [] }] }),
    head: guarded({ schemes, all: [{ token: [] }] }),
    wanted: { breaking: ['security-changed'] },
  },
  {
    says: 'a second way in is opened',
    base: guarded({ schemes, all: [{ key: [] }] }),
    head: guarded({ schemes, all: [{ key: [] }, { token: [] }] }),
    wanted: { compatible: ['security-loosened'] },
    quiet: ['security-changed'],
  },
  {
    says: 'a second key is asked for beside the first',
    base: guarded({ schemes, all: [{ key: [] }] }),
    head: guarded({ schemes, all: [{ key: [], token: [] }] }),
    wanted: { breaking: ['security-changed'] },
  },
  {
    says: 'nothing is asked for any more',
    base: guarded({ schemes, all: [{ key: [] }] }),
    head: guarded({ schemes, all: [] }),
    wanted: { compatible: ['security-loosened'] },
    quiet: ['security-changed'],
  },
  {
    says: 'the key may be left out',
    base: guarded({ schemes, all: [{ key: [] }] }),
    head: guarded({ schemes, all: [{ key: [] }, {}] }),
    wanted: { compatible: ['security-loosened'] },
    quiet: ['security-changed'],
  },
  {
    says: 'the key may no longer be left out',
    base: guarded({ schemes, all: [{ key: [] }, {}] }),
    head: guarded({ schemes, all: [{ key: [] }] }),
    wanted: { breaking: ['security-changed'] },
  },
  {
    says: 'another scope is asked for',
    base: guarded({ schemes: { o: grant('https://a.test/t') }, all: [{ o: ['read'] }] }),
    head: guarded({ schemes: { o: grant('https://a.test/t') }, all: [{ o: ['read', 'play'] }] }),
    wanted: { breaking: ['security-changed'] },
  },
  {
    says: 'a scope is no longer asked for',
    base: guarded({ schemes: { o: grant('https://a.test/t') }, all: [{ o: ['read', 'play'] }] }),
    head: guarded({ schemes: { o: grant('https://a.test/t') }, all: [{ o: ['read'] }] }),
    wanted: { compatible: ['security-loosened'] },
    quiet: ['security-changed'],
  },
  {
    says: 'tokens are got elsewhere',
    base: guarded({ schemes: { o: grant('https://a.test/t') }, all: [{ o: [] }] }),
    head: guarded({ schemes: { o: grant('https://b.test/t') }, all: [{ o: [] }] }),
    wanted: { risky: ['token-endpoint-moved'] },
    quiet: ['security-changed'],
  },
  {
    says: 'a scope is described that nobody asks for',
    base: guarded({ schemes: { o: grant('https://a.test/t') }, all: [{ o: [] }] }),
    head: guarded({ schemes: { o: grant('https://a.test/t', { more: 'More' }) }, all: [{ o: [] }] }),
    wanted: {},
    quiet: ['token-endpoint-moved', 'security-changed'],
  },
  {
    says: 'a scheme that nobody uses changes',
    base: guarded({ schemes: { ...schemes, other: key('a') }, all: [{ key: [] }] }),
    head: guarded({ schemes: { ...schemes, other: key('b') }, all: [{ key: [] }] }),
    wanted: {},
    quiet: ['security-changed'],
  },
  {
    says: 'the API is served from another host',
    base: served('https://api.old.test'),
    head: served('https://api.new.test'),
    wanted: { risky: ['server-removed'], compatible: ['server-added'] },
  },
  {
    says: 'a second host serves it too, and the order is another',
    base: served('https://a.test'),
    head: served('https://b.test', 'https://a.test/'),
    wanted: { compatible: ['server-added'] },
    quiet: ['server-removed'],
  },
  {
    says: 'a server is described and its variable written out',
    base: document(ok, { servers: [{ url: 'https://{r}.test', variables: { r: { default: 'eu' } } }] }),
    head: document(ok, { servers: [{ url: 'https://eu.test', description: 'Europe' }] }),
    wanted: {},
    quiet: ['server-removed', 'server-added'],
  },
]

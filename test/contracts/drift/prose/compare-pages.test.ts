import { describe, expect, test } from 'vitest'
import { comparePages, goneQuotes } from '../../../../contracts/drift/prose/compare-pages.ts'
import { driftRules } from '../../../../contracts/drift/rules/index.ts'
import { pageRules } from '../../../../contracts/drift/rules/pages.ts'

interface PagePair {
  readonly says: string
  readonly base: string
  readonly head: string
  readonly wanted: readonly string[]
  /** Rules that a careless comparison would let fire here. */
  readonly quiet?: readonly string[]
}

const quotes = [{ rule: 'read-the-lifetime', words: 'When the playback URL expires' }]

const pairs: readonly PagePair[] = [
  {
    says: 'a path moves',
    base: 'GET /v1/calls/{id}/recording',
    head: 'GET /v2/calls/{id}/recording',
    wanted: ['breaking page-operation-gone', 'compatible page-operation-new'],
  },
  {
    says: 'a path spells its parameter otherwise, and its method stands on a line of its own',
    base: 'GET /v1/calls/{id}/recording',
    head: 'GET\n/v1/calls/:call_id/recording',
    wanted: [],
    quiet: ['page-operation-gone', 'page-operation-new'],
  },
  {
    says: 'a field in a list has another type',
    base: '- `url` (string): where it plays',
    head: '- `url` (string or null): where it plays',
    wanted: ['breaking page-field-changed'],
    quiet: ['page-field-gone', 'page-field-new'],
  },
  {
    says: 'a field in a table is gone, another is new',
    base: '| `url` | string |\n| `size` | integer |',
    head: '| `url` | string |\n| `length` | integer |',
    wanted: ['risky page-field-gone', 'compatible page-field-new'],
    quiet: ['page-field-changed'],
  },
  {
    says: 'a field is shown with another kind of value',
    base: '"expires_at": "2024-01-15T09:30:00Z"',
    head: '"expires_at": 1705311000',
    wanted: ['breaking page-field-changed'],
  },
  {
    says: 'an example shows another value of the same kind',
    base: '"expires_at": "2024-01-15T09:30:00Z"',
    head: '1"expires_at": "2025-01-15T09:30:00Z",',
    wanted: [],
    quiet: ['page-field-changed', 'text-changed'],
  },
  {
    says: 'the key goes into another header',
    base: 'Send `X-Api-Key: <key>`',
    head: 'Send `X-Auth-Key: <key>`',
    wanted: ['risky page-header-gone', 'risky page-header-new'],
  },
  {
    says: 'a header is written in other letters',
    base: 'Send `X-API-Key`',
    head: 'Send `x-api-key` or X-Api-Key',
    wanted: [],
    quiet: ['page-header-gone', 'page-header-new'],
  },
  {
    says: 'one status less, and one more',
    base: '401\nUnauthorized Error\n404\nNot Found Error',
    head: '401\nUnauthorized Error\n429\nToo Many Requests Error',
    wanted: ['compatible page-status-gone', 'compatible page-status-new'],
  },
  {
    says: 'statuses become a list, and a year is none',
    base: '401\nUnauthorized Error',
    head: '- 401 Unauthorized Error\n\nSince 2024',
    wanted: [],
    quiet: ['page-status-gone', 'page-status-new'],
  },
  {
    says: 'words that a rule quotes are gone',
    base: 'expires_atdatetime\nWhen the playback URL expires',
    head: 'expires_atdatetime\nThe end',
    wanted: ['risky quoted-words-gone'],
  },
  {
    says: 'words that a rule quotes are broken into lines and marked',
    base: 'When the playback URL expires',
    head: '**When** the\nplayback `URL` [expires](/docs)',
    wanted: [],
    quiet: ['quoted-words-gone'],
  },
  {
    says: 'a lifetime is another',
    base: 'The link that you get expires after one hour.',
    head: 'The link that you get expires after thirty minutes.',
    wanted: ['risky quantity-changed'],
    quiet: ['text-changed'],
  },
  {
    says: 'a lifetime is the same in another unit',
    base: 'The link that you get expires after one hour.',
    head: 'The link that you get expires after 60 minutes.',
    wanted: ['editorial text-changed'],
    quiet: ['quantity-changed'],
  },
  {
    says: 'the site around the page is another',
    base: 'Home\nPricing\n\nWas this page helpful for you today?\n\nThe link plays for a while, then dies.\n\nNext',
    head: 'Docs\nBlog\n\nDid this page help?\n\nThe link plays for a while, then dies.\n\nPrevious\nNext',
    wanted: [],
    quiet: ['text-changed'],
  },
]

const foundIn = ({ base, head }: PagePair): readonly string[] =>
  [
    ...comparePages({ name: 'base', text: base }, { name: 'head', text: head }, true),
    ...goneQuotes(quotes, base, head),
  ].map(({ rule }) => `${driftRules[rule].grade} ${rule}`)

describe('of two versions of a page', () => {
  test.each(pairs.map((pair) => [pair.says, pair] as const))('%s', (_, pair) => {
    const found = foundIn(pair)
    expect(found.toSorted()).toEqual(pair.wanted.toSorted())
    for (const rule of pair.quiet ?? []) expect(found.some((one) => one.endsWith(` ${rule}`))).toBe(false)
    expect(foundIn({ ...pair, head: pair.base })).toEqual([])
  })

  test('every rule of pages fires in one pair and keeps quiet in another', () => {
    const fired = new Set(pairs.flatMap(({ wanted }) => wanted.map((one) => one.split(' ')[1])))
    const quiet = new Set(pairs.flatMap((pair) => pair.quiet ?? []))
    expect(Object.keys(pageRules).filter((rule) => !fired.has(rule))).toEqual([])
    expect(Object.keys(pageRules).filter((rule) => !quiet.has(rule))).toEqual([])
  })
})

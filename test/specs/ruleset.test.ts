import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import type { Json } from '../../mocks/world/json.ts'
import { lintText } from '../../specs/tools/lint.ts'

const withSchema = (schema: Json, openapi = '3.1.0'): Json => ({
  openapi,
  components: { schemas: { A: schema } },
})
const withResponses = (responses: Json, method = 'get'): Json => ({
  openapi: '3.1.0',
  paths: { '/a': { [method]: { responses } } },
})
const json = (media: Json): Json => ({ description: 'd', content: { 'application/json': media } })
const withActions = (...actions: Json[]): Json => ({ overlay: '1.0.0', actions })
const reason = 'The page does not say.'

interface Case {
  readonly rule: string
  readonly broken: readonly Json[]
  readonly kept: readonly Json[]
}

const cases: Case[] = [
  {
    rule: 'no-nullable-in-3-1',
    broken: [
      withSchema({ type: 'object', nullable: true }),
      withSchema({ properties: { a: { type: 'string', nullable: false } } }),
    ],
    kept: [withSchema({ type: ['object', 'null'] }), withSchema({ type: 'object', nullable: true }, '3.0.3')],
  },
  {
    rule: 'assumption-has-a-reason',
    broken: [withSchema({ 'x-assumed': true }), withSchema({ 'x-assumed': true, 'x-reason': 'unknown' })],
    kept: [withSchema({ 'x-assumed': true, 'x-reason': reason }), withSchema({})],
  },
  {
    rule: 'assumption-is-true',
    broken: [
      withSchema({ 'x-assumed': false, 'x-reason': reason }),
      withSchema({ 'x-assumed': 'yes', 'x-reason': reason }),
    ],
    kept: [withSchema({ 'x-assumed': true, 'x-reason': reason })],
  },
  {
    rule: 'reason-belongs-to-an-assumption',
    broken: [withSchema({ 'x-reason': reason })],
    kept: [withSchema({ 'x-assumed': true, 'x-reason': reason })],
  },
  {
    rule: 'response-has-content',
    broken: [
      withResponses({ 200: { description: 'd' } }),
      withResponses({ 404: { description: 'd' } }, 'delete'),
    ],
    kept: [
      withResponses({ 200: json({ schema: {} }) }),
      withResponses({ 204: { description: 'd' }, 302: { description: 'd' }, 304: { description: 'd' } }),
    ],
  },
  {
    rule: 'response-content-has-schema',
    broken: [withResponses({ 200: json({}) }), withResponses({ 200: json({ example: 1 }) }, 'post')],
    kept: [withResponses({ 200: json({ schema: { type: 'string' } }) })],
  },
  {
    rule: 'no-default-response',
    broken: [withResponses({ default: json({ schema: {} }) })],
    kept: [withResponses({ 500: json({ schema: {} }) })],
  },
  {
    rule: 'overlay-action-has-a-description',
    broken: [
      withActions({ target: '$' }),
      withActions({ target: '$', description: 'd' }, { target: '$', description: '' }),
    ],
    kept: [withActions({ target: '$', description: 'The page does not say.' })],
  },
]

const codesOf = async (document: Json) =>
  (await lintText(stringify(document), 'test')).map(({ code }) => code)

describe('our own rules', () => {
  test.each(cases)('$rule', async ({ rule, broken, kept }) => {
    for (const document of broken) expect(await codesOf(document), stringify(document)).toContain(rule)
    for (const document of kept) expect(await codesOf(document), stringify(document)).not.toContain(rule)
  })
})

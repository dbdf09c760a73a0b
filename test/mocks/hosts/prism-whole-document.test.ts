import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readyOf } from '../../../mocks/control/ready.ts'
import { type PlayheadServer, startServer } from '../../../mocks/hosts/node.ts'
import { finderOf } from '../../../mocks/hosts/prism/document-operations.ts'
import { prism } from '../../../mocks/hosts/prism.ts'
import { projectFolder } from '../../support/house/tree.ts'

/** Quo's whole document as published: it is no part of this project. */
const file = join(
  process.env.PLAYHEAD_SHARED ?? join(projectFolder, '../shared'),
  'vendor-history/quo/2026-07-20.json',
)
const absent = !existsSync(file)

interface Whole extends Readonly<Record<string, unknown>> {
  readonly paths: Readonly<Record<string, Readonly<Record<string, WholeOperation>>>>
}
interface WholeOperation {
  readonly operationId: string
  readonly requestBody?: unknown
  readonly responses: Readonly<Record<string, unknown>>
  readonly parameters?: readonly Parameter[]
}
interface Parameter {
  readonly in: string
  readonly name: string
  readonly required?: boolean
  readonly example?: unknown
  readonly schema: { readonly pattern?: string; readonly examples?: readonly unknown[] }
}

/** A value a parameter may have; the document's own examples are not always of their own pattern. */
const givenFor = ({ example, schema }: Parameter): string => {
  const [, prefix] = /^\^([A-Z]+)\(/.exec(schema.pattern ?? '') ?? []
  return prefix === undefined ? String(example ?? schema.examples?.[0] ?? 5) : `${prefix}123abc`
}

const read = (): Whole => JSON.parse(readFileSync(file, 'utf8'))
const headers = { authorization: 'playhead-quo' }

describe.skipIf(absent)(
  `Quo’s whole document${absent ? ' (skipped: it is not beside the project)' : ''}`,
  () => {
    let server: PlayheadServer
    let asked = 0
    beforeAll(async () => {
      server = await startServer({ port: 0, fallback: prism({ quo: async () => read() }) })
      await server.backend.session().change(({ world }) => ({ world: { ...world, quotas: false } }))
    })
    afterAll(() => server?.close())

    const listed = absent
      ? []
      : Object.entries(read().paths).flatMap(([path, item]) =>
          Object.entries(item).map(([method, operation]) => ({
            path,
            method: method.toUpperCase(),
            operation,
          })),
        )

    test('answers contacts, while recordings go on to be the simulator’s', async () => {
      const { refs = {} } = (await readyOf(server.backend.session())).vendors.quo ?? {}
      const recording = await fetch(`${server.url}/v1/call-recordings/${refs.playable}`, { headers })
      expect(await recording.text()).toContain('X-Amz-Signature=')
      const contacts = await fetch(`${server.url}/v1/contacts?maxResults=5`, { headers })
      expect(contacts.status).toBe(200)
      expect(await contacts.json()).toMatchObject({ data: [{ defaultFields: { firstName: 'John' } }] })
      const journal = await server.backend.session().journal()
      expect(journal.map(({ operation, said }) => `${operation} ${said}`)).toEqual([
        'getCallRecordings_v1 recording',
        'listContacts_v1 by-document',
      ])
    })

    test.for(listed)(
      'answers $method $path with each status it lists',
      async ({ path, method, operation }) => {
        const required = (where: string) =>
          (operation.parameters ?? []).filter((one) => one.in === where && one.required)
        const query = new URLSearchParams(required('query').map((one) => [one.name, givenFor(one)]))
        const filled = required('path').reduce(
          (whole, one) => whole.replace(`{${one.name}}`, givenFor(one)),
          path,
        )
        expect(finderOf(read())(method, filled)?.operation.id).toBe(operation.operationId)
        for (const code of Object.keys(operation.responses)) {
          const response = await fetch(`${server.url}/quo${filled}?${query}`, {
            method,
            headers: { ...headers, prefer: `code=${code}` },
          })
          await response.text()
          // Without the body it wants, a request is refused in the document's words, or in ours where it has none.
          const wanted = operation.requestBody === undefined ? [Number(code)] : [Number(code), 400]
          expect(wanted, code).toContain(response.status)
          asked++
        }
      },
    )

    test('has been asked for all of it', () => {
      expect(listed.length).toBeGreaterThan(40)
      expect(asked).toBeGreaterThan(200)
    })
  },
)

import { toJsonSchema } from '@valibot/to-json-schema'
import * as v from 'valibot'
import { FromDriverSchema, FromSuiteSchema } from '../../contracts/drivers/protocol.ts'

const described = {
  title: 'Playhead driver protocol',
  description: 'One line between the suite and a driver. How they talk is told in docs/driver-protocol.md.',
}

/** Writes driver.schema.json: one line in either direction, as JSON Schema (draft 2020-12), from what reads and writes them. */
export const renderDriverSchema = (): string => {
  const definitions = { FromSuite: FromSuiteSchema, FromDriver: FromDriverSchema }
  const options = { target: 'draft-2020-12', typeMode: 'input', errorMode: 'ignore', definitions } as const
  const { $schema, ...schema } = toJsonSchema(v.union([FromSuiteSchema, FromDriverSchema]), options)
  return `${JSON.stringify({ $schema, ...described, ...schema }, null, 2)}\n`
}

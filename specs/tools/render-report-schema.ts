import { toJsonSchema } from '@valibot/to-json-schema'
import { CaseSchema } from '../../contracts/case.ts'
import { EventSchema, HistorySchema } from '../../contracts/report/history-schema.ts'
import { ReportSchema, ResultSchema } from '../../contracts/report/schema.ts'
import { DisturbanceSchema } from '../../mocks/world/disturbance.ts'
import { CallSchema } from '../../mocks/world/recording.ts'
import { WorldSchema } from '../../mocks/world/world.ts'

/** What an editor shows of a report, where its shape alone does not tell. */
const described = {
  title: 'Playhead report',
  description: 'Everything one verification found. Its fields are told in docs/ci.md.',
}

/** Writes report.schema.json: the shape of a report, as JSON Schema (draft 2020-12), from the schema that reads one. */
export const renderReportSchema = (): string => {
  const definitions = {
    World: WorldSchema,
    Call: CallSchema,
    Disturbance: DisturbanceSchema,
    Case: CaseSchema,
    Event: EventSchema,
    History: HistorySchema,
    Result: ResultSchema,
  }
  const options = { target: 'draft-2020-12', typeMode: 'input', errorMode: 'ignore', definitions } as const
  const { $schema, ...schema } = toJsonSchema(ReportSchema, options)
  return `${JSON.stringify({ $schema, ...described, ...schema }, null, 2)}\n`
}

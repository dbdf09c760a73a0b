import { toJsonSchema } from '@valibot/to-json-schema'
import { CaseSchema } from '../../contracts/case.ts'
import { GoalSchema, StepSchema } from '../../contracts/step.ts'
import { DisturbanceSchema } from '../../mocks/world/disturbance.ts'
import { CallSchema } from '../../mocks/world/recording.ts'
import { WorldSchema } from '../../mocks/world/world.ts'

/** What an editor shows of a case file, where its shape alone does not tell. */
const described = {
  title: 'Playhead case file',
  description: 'Everything needed to see one thing happen again. Its fields are told in docs/case-file.md.',
}

/** Writes case.schema.json: the shape of a case file, as JSON Schema (draft 2020-12), from the schema that reads one. */
export const renderCaseSchema = (): string => {
  const definitions = {
    World: WorldSchema,
    Call: CallSchema,
    Disturbance: DisturbanceSchema,
    Step: StepSchema,
    Goal: GoalSchema,
  }
  // What is written, not what it becomes; what JSON Schema has no word for (`readonly`, checks across fields) is left out.
  const options = { target: 'draft-2020-12', typeMode: 'input', errorMode: 'ignore', definitions } as const
  const { $schema, ...schema } = toJsonSchema(CaseSchema, options)
  return `${JSON.stringify({ $schema, ...described, ...schema }, null, 2)}\n`
}

import { toJsonSchema } from '@valibot/to-json-schema'
import { KnownSchema } from '../../contracts/baseline.ts'
import { CaseSchema } from '../../contracts/case.ts'
import type { Output } from '../../contracts/outputs/index.ts'
import { EventSchema, HistorySchema } from '../../contracts/report/history-schema.ts'
import { DisturbanceSchema } from '../../mocks/world/disturbance.ts'
import { CallSchema } from '../../mocks/world/recording.ts'

const definitions = {
  Call: CallSchema,
  Disturbance: DisturbanceSchema,
  Case: CaseSchema,
  Event: EventSchema,
  History: HistorySchema,
  Known: KnownSchema,
}

/** Writes the schema of one thing that is printed as JSON (draft 2020-12), with the definitions that it uses. */
export const renderOutputSchema = ({ of, schema: printed }: Output): string => {
  const options = { target: 'draft-2020-12', typeMode: 'input', errorMode: 'ignore', definitions } as const
  const { $schema, $defs = {}, ...schema } = toJsonSchema(printed, options)
  const used = new Set<string>()
  const follow = (part: unknown): void => {
    for (const [, name = ''] of JSON.stringify(part).matchAll(/"#\/\$defs\/([^"]+)"/g)) {
      if (used.has(name)) continue
      used.add(name)
      follow($defs[name] ?? {})
    }
  }
  follow(schema)
  const kept = Object.entries($defs).filter(([name]) => used.has(name))
  const described = { title: `Playhead: ${of}`, description: 'What is printed as JSON.' }
  const whole = { $schema, ...described, ...schema }
  return `${JSON.stringify(kept.length > 0 ? { ...whole, $defs: Object.fromEntries(kept) } : whole, null, 2)}\n`
}

import type * as v from 'valibot'
import { WorldSchema } from '../../mocks/world/world.ts'
import { BaselineSchema } from '../baseline.ts'
import { BaselineCheckOutputSchema } from './baseline-check.ts'
import { ClockOutputSchema } from './clock.ts'
import { DriftOutputSchema } from './drift.ts'
import { DriverCheckOutputSchema } from './driver-check.ts'
import { ErrorOutputSchema } from './error.ts'
import { GenerateOutputSchema } from './generate.ts'
import { InitOutputSchema } from './init.ts'
import { LintOutputSchema } from './lint.ts'
import { MockOutputSchema } from './mock.ts'
import { ReplayOutputSchema } from './replay.ts'
import { RulesOutputSchema } from './rules.ts'
import { ScenarioOutputSchema } from './scenario.ts'

/** Something that a command prints, or reads and writes, as JSON. */
export interface Output {
  /** The command line that prints it. */
  readonly of: string
  readonly schema: v.GenericSchema
}

/**
 * Every shape of JSON that is published beside case files, reports and the driver protocol, by the name of its file:
 * `playhead/NAME.schema.json`.
 */
export const outputs: Readonly<Record<string, Output>> = {
  baseline: { of: 'playhead baseline add', schema: BaselineSchema },
  'baseline-check': { of: 'playhead baseline check --json', schema: BaselineCheckOutputSchema },
  clock: { of: 'playhead clock --json', schema: ClockOutputSchema },
  drift: { of: 'playhead drift --json', schema: DriftOutputSchema },
  'driver-check': { of: 'playhead driver check --json', schema: DriverCheckOutputSchema },
  error: { of: 'any command with --json that exits 2', schema: ErrorOutputSchema },
  generate: { of: 'playhead generate --json', schema: GenerateOutputSchema },
  init: { of: 'playhead init --json', schema: InitOutputSchema },
  lint: { of: 'playhead lint --json', schema: LintOutputSchema },
  mock: { of: 'playhead mock --json', schema: MockOutputSchema },
  replay: { of: 'playhead replay --json', schema: ReplayOutputSchema },
  rules: { of: 'playhead rules --json', schema: RulesOutputSchema },
  scenario: { of: 'playhead scenario --json', schema: ScenarioOutputSchema },
  world: { of: 'playhead scenario show', schema: WorldSchema },
}

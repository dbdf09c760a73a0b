import { type Grade, grades } from '../../contracts/drift/grade.ts'
import { PlayheadError, shown } from '../../mocks/world/error.ts'
import { nearest } from '../../mocks/world/nearest.ts'
import type { CommandValues } from '../command.ts'
import { textOf } from '../text-of.ts'

/** The lightest grade that fails, by `--fail-on`. @throws PlayheadError `bad-grade` */
export const failOnOf = (values: CommandValues): Grade => {
  const given = textOf(values, 'fail-on') ?? 'breaking'
  const grade = grades.find((one) => one === given)
  if (grade) return grade
  throw new PlayheadError({
    code: 'bad-grade',
    act: `Cannot fail on ${shown(given)}`,
    cure: `Did you mean ${nearest(given, grades)}? There are ${grades.join(', ')}.`,
  })
}

import type { Disturbance } from '../../mocks/world/disturbance.ts'
import type { Case } from '../case.ts'
import type { Transport } from '../define.ts'
import { disturbanceWords } from './disturbance-words.ts'

/** What is left of a case where a transport cannot show all of its trouble truthfully. */
export const shownBy = (given: Case, { cannotShow }: Transport): Case => {
  if (!cannotShow) return given
  const shown = ({ effect }: Disturbance): boolean => cannotShow(effect) === undefined
  const { world } = given
  return {
    ...given,
    world: { ...world, disturbances: world.disturbances.filter(shown) },
    steps: given.steps.filter((step) => step.do !== 'disturb' || shown(step.disturbance)),
  }
}

/** Which trouble of a case a transport cannot show truthfully, in words; `undefined` where it shows all. */
export const notShownBy = (given: Case, { name, cannotShow }: Transport): string | undefined => {
  const inSteps = given.steps.flatMap((step) => (step.do === 'disturb' ? [step.disturbance] : []))
  for (const disturbance of [...given.world.disturbances, ...inSteps]) {
    const why = cannotShow?.(disturbance.effect)
    if (why !== undefined) return `${name} cannot show "${disturbanceWords(disturbance)}" truthfully: ${why}`
  }
  return undefined
}

import { rulesOf } from './rule.ts'

/** What only traffic shows. */
export const trafficRules = rulesOf({
  'lifetime-not-kept': ['breaking', 'a link was refused before the end that it was told to have'],
})

import { rulesOf } from './rule.ts'

/** What only traffic shows. */
export const trafficRules = rulesOf({
  'undocumented-parameter-sent': ['risky', 'a parameter is sent that the document does not have'],
  'required-parameter-not-sent': ['risky', 'a parameter is not sent that the document wants'],
  'undocumented-media-type-sent': [
    'risky',
    'a body is sent in a content type that the document does not take',
  ],
  'lifetime-not-kept': ['breaking', 'a link was refused before the end that it was told to have'],
})

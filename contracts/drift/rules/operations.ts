import { rulesOf } from './rule.ts'

/** What can be called, where, and by whom. */
export const operationRules = rulesOf({
  'operation-removed': ['breaking', 'an operation is gone'],
  'operation-added': ['compatible', 'an operation is new'],
  'operation-deprecated': ['compatible', 'an operation is deprecated: it will go'],
  'operation-renamed': [
    'compatible',
    'an operation has another operationId, and generated code another name',
  ],
  'duplicate-path-removed': ['risky', 'of two templates of one address one is gone'],
  'path-parameter-renamed': ['editorial', 'a parameter of the path has another name, which is never sent'],
  'webhook-removed': ['breaking', 'a webhook is gone'],
  'webhook-answer-removed': ['risky', 'an answer to a webhook is named no more, and may count as a failure'],
  'webhook-added': ['compatible', 'a webhook is new'],
  'server-removed': ['risky', 'an address of the API is named no more'],
  'server-added': ['compatible', 'an address of the API is new'],
  'security-changed': ['breaking', 'a credential that sufficed suffices no more'],
  'security-loosened': ['compatible', 'more credentials suffice, or none is needed'],
  'token-endpoint-moved': ['risky', 'tokens are got elsewhere'],
})

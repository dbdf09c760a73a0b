import { rulesOf } from './rule.ts'

/** What weighs the same whether it is sent or answered, and what only people read. */
export const commonRules = rulesOf({
  'schema-removed': ['risky', 'nothing is said any more of what it may be'],
  'constraint-changed': ['risky', 'a keyword says something else, and which is wider cannot be told'],
  'unknown-keyword-changed': ['risky', 'a keyword that Playhead does not know says something else'],
  'discriminator-changed': ['risky', 'the kinds are told apart otherwise'],
  'quantity-changed': ['risky', 'a text or an example names another length of time, rate or size'],
  'text-changed': ['editorial', 'texts are worded otherwise'],
  'example-changed': ['editorial', 'examples are others'],
  'extension-changed': ['editorial', 'extensions (x-…) are others'],
  'version-changed': ['editorial', 'the version is another, which proves nothing'],
})

import { rulesOf } from './rule.ts'

/** What a page tells that has no document, or tells beside it. */
export const pageRules = rulesOf({
  'page-operation-gone': ['breaking', 'the page names a path no more'],
  'page-operation-new': ['compatible', 'the page names one more path'],
  'page-field-changed': ['breaking', 'the page gives a field another type'],
  'page-field-gone': ['risky', 'the page names a field no more'],
  'page-field-new': ['compatible', 'the page names one more field'],
  'page-header-gone': ['risky', 'the page names a header no more'],
  'page-header-new': ['risky', 'the page names one more header'],
  'page-status-gone': ['compatible', 'the page names a status no more'],
  'page-status-new': ['compatible', 'the page names one more status'],
  'quoted-words-gone': ['risky', 'words that a behaviour rule rests on stand there no more'],
})

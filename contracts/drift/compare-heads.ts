import { type ApiDocument, rootOf } from './document/api-document.ts'
import { textUnder, under } from './document/located.ts'
import type { Found } from './found.ts'
import { comparedProse } from './schemas/compared-prose.ts'

const versionsOf = (document: ApiDocument): string => {
  const info = under(rootOf(document), 'info')
  return `OpenAPI ${textUnder(rootOf(document), 'openapi')}, version ${textUnder(info, 'version')}`
}

/** Compares what two documents say of themselves. */
export const compareHeads = (base: ApiDocument, head: ApiDocument): readonly Found[] => {
  const [was, is] = [versionsOf(base), versionsOf(head)]
  const versions: readonly Found[] =
    was === is
      ? []
      : [
          {
            rule: 'version-changed',
            place: ['info'],
            base: { at: '/info', value: was },
            head: { at: '/info', value: is },
          },
        ]
  return [...versions, ...comparedProse(under(rootOf(base), 'info'), under(rootOf(head), 'info'))]
}

import { basisWords } from '../../contracts/basis-words.ts'
import { catalogue, chosenRules } from '../../contracts/catalogue.ts'
import { levelFor, type Rule } from '../../contracts/define.ts'
import type { Command } from '../command.ts'
import { isOn } from '../text-of.ts'

/** What is published of a rule: all of it but the code that judges. */
const published = (rule: Rule) => {
  const { id, says, since, mustFrom, needs, basis } = rule
  const levels = Object.fromEntries(rule.vendors.map((vendor) => [vendor, levelFor(rule, vendor)]))
  return { id, level: rule.level, says, since, mustFrom, needs, levels, basis }
}

const lines = (rule: Rule): readonly string[] => [
  `${rule.id}  ${rule.level.toUpperCase()}`,
  `  ${rule.says}`,
  `  ${rule.vendors
    .map((vendor) =>
      levelFor(rule, vendor) === rule.level ? vendor : `${vendor} (${levelFor(rule, vendor)})`,
    )
    .join(', ')}`,
]

const reasons = ({ basis, needs, since, mustFrom }: Rule): readonly string[] => [
  ...basis.map((one) => `  Because  ${basisWords(one)}`),
  `  Needs    ${needs.join(', ')}`,
  `  Since    ${since}${mustFrom === undefined ? '' : `, a MUST from ${mustFrom} on`}`,
]

/** `playhead rules`: what every correct client does, and why. */
export const command: Command = {
  name: 'rules',
  summary: 'List the rules a client is held to, or tell why there is one.',
  usage: '[RULE…]',
  examples: ['playhead rules', `playhead rules ${catalogue[0]?.id ?? ''}`, 'playhead rules --json'],
  options: { json: { type: 'boolean', help: 'Print the rules as JSON.' } },
  async run({ values, positionals, out }) {
    const { rules: chosen } = chosenRules(positionals)
    if (isOn(values, 'json')) out(JSON.stringify(chosen.map(published), null, 2))
    else if (positionals.length > 0)
      out(chosen.map((rule) => [...lines(rule), ...reasons(rule)].join('\n')).join('\n\n'))
    else out(chosen.flatMap(lines).join('\n'))
    return 0
  },
}

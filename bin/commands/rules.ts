import { levelFor, type Rule } from '../../contracts/define.ts'
import { rules } from '../../contracts/rules/index.ts'
import { PlayheadError, shown } from '../../mocks/world/error.ts'
import { nearest } from '../../mocks/world/nearest.ts'
import type { Command } from '../command.ts'
import { isOn } from '../text-of.ts'

const ruleNamed = (id: string): Rule => {
  const found = rules.find((rule) => rule.id === id)
  if (found) return found
  const likely = nearest(
    id,
    rules.map((rule) => rule.id),
  )
  throw new PlayheadError({
    code: 'unknown-rule',
    act: `Cannot find the rule ${shown(id)}`,
    cure: `Did you mean ${likely}? \`playhead rules\` lists all of them.`,
  })
}

/** What is published of a rule: all of it but the code that judges. */
const published = (rule: Rule) => {
  const { id, says, since, needs, basis } = rule
  const levels = Object.fromEntries(rule.vendors.map((vendor) => [vendor, levelFor(rule, vendor)]))
  return { id, level: rule.level, says, since, needs, levels, basis }
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

const reasons = ({ basis, needs, since }: Rule): readonly string[] => [
  ...basis.map(({ vendor, quote }) => `  Because  ${vendor === undefined ? '' : `${vendor}: `}${quote}`),
  `  Needs    ${needs.join(', ')}`,
  `  Since    ${since}`,
]

/** `playhead rules`: what every correct client does, and why. */
export const command: Command = {
  name: 'rules',
  summary: 'List the rules a client is held to, or tell why there is one.',
  usage: '[RULE…]',
  examples: ['playhead rules', `playhead rules ${rules[0]?.id ?? ''}`, 'playhead rules --json'],
  options: { json: { type: 'boolean', help: 'Print the rules as JSON.' } },
  async run({ values, positionals, out }) {
    const chosen = positionals.length > 0 ? positionals.map(ruleNamed) : rules
    if (isOn(values, 'json')) out(JSON.stringify(chosen.map(published), null, 2))
    else if (positionals.length > 0)
      out(chosen.map((rule) => [...lines(rule), ...reasons(rule)].join('\n')).join('\n\n'))
    else out(chosen.flatMap(lines).join('\n'))
    return 0
  },
}

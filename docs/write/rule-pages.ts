import { basisWords } from '../../contracts/basis-words.ts'
import { levelFor, type Rule } from '../../contracts/define.ts'
import { rules } from '../../contracts/rules/index.ts'
import type { Step } from '../../contracts/step.ts'
import { vendors } from '../../mocks/vendors/index.ts'
import { formatDuration } from '../../mocks/world/duration.ts'

const nameOf = (id: string): string => vendors.find((vendor) => vendor.id === id)?.name ?? id

const levels = (rule: Rule): string =>
  (['must', 'should'] as const)
    .flatMap((level) => {
      const held = rule.vendors.filter((vendor) => levelFor(rule, vendor) === level)
      return held.length > 0 ? [`${level.toUpperCase()} for ${held.map(nameOf).join(', ')}`] : []
    })
    .join('; ')

const offset = (ms: number): string =>
  ms === 0 ? '' : `${formatDuration(Math.abs(ms))} ${ms < 0 ? 'before' : 'after'} `

/** One step as a person would say it. */
const stepWords = (step: Step): string => {
  switch (step.do) {
    case 'ask':
      return [
        `the client is asked for ${{ look: 'the recording', download: 'the bytes', replies: 'the replies' }[step.op]} of ${step.call}`,
        step.id === undefined ? '' : ` under the id \`${step.id}\``,
        step.account === undefined ? '' : `, with the key of ${step.account}`,
        step.from === undefined ? '' : `, from byte ${step.from} on`,
        step.overlap ? ', and the next step does not wait' : '',
      ].join('')
    case 'clock': {
      const { to } = step
      if (to.goal === 'by') return `${formatDuration(to.ms)} pass`
      if (to.goal === 'link-end') return `time goes to ${offset(to.offsetMs)}the end of ${to.call}’s link`
      if (to.goal === 'status') return `time goes to ${offset(to.offsetMs)}${to.call} being ${to.status}`
      return `time goes to ${offset(to.offsetMs)}the next boundary`
    }
    case 'hold':
      return `the next answer of ${step.role === 'api' ? 'the API' : 'storage'} is kept back`
    case 'deliver':
      return 'the answer kept back is delivered'
    case 'cancel':
      return 'the client is told to stop'
    case 'disturb': {
      const { effect, on, count, skip } = step.disturbance
      const { kind, ...details } = effect
      const told = Object.entries(details).map(([name, value]) => `${name} ${String(value)}`)
      const which =
        count === undefined
          ? `${skip > 0 ? `after ${skip}, ` : ''}from now on`
          : `${skip > 0 ? `after ${skip}, ` : ''}${count === 1 ? 'once' : `${count} times`}`
      return `${on.role === 'storage' ? 'storage' : on.role === 'api' ? 'the API' : 'everything'} meets \`${kind}\`${told.length > 0 ? ` (${told.join(', ')})` : ''} ${which}`
    }
    case 'calm':
      return 'all trouble ends'
    case 'skew':
      return `the client’s clock is set ${formatDuration(Math.abs(step.ms))} ${step.ms < 0 ? 'behind' : 'ahead of'} the world’s`
    case 'settle':
      return 'everything open is answered'
  }
}

const watching = {
  requests: 'a run that was only watched is judged by it too',
  asks: 'a run that was only watched is judged by it too, with `playhead observe --each-once`',
} as const

/** docs/rules/<id>.md: what a rule says, why, and the case that a client breaking it fails. */
export const rulePage = (rule: Rule): string => {
  const [vendor = ''] = rule.vendors
  const { steps } = rule.witness(vendor)
  return `${[
    `# ${rule.id}`,
    '',
    '<!-- Made from the code by npm run docs; do not edit. -->',
    '',
    rule.says,
    '',
    `- **Level**: ${levels(rule)}.`,
    `- **Needs**: ${rule.needs.map((need) => `\`${need}\``).join(', ')}; without them it is skipped.`,
    ...(rule.watched === undefined ? [] : [`- **Observed**: ${watching[rule.watched]}.`]),
    `- **In the catalogue since** ${rule.since}.`,
    '',
    '## Why',
    '',
    ...rule.basis.map((one) => `- ${basisWords(one, nameOf)}`),
    '',
    '## Its witness',
    '',
    `The fixed case that a client breaking it fails, for ${nameOf(vendor)}:`,
    '',
    ...steps.map((step, index) => `${index + 1}. ${stepWords(step)}`),
  ].join('\n')}\n`
}

/** docs/rules/README.md: the whole catalogue. */
export const ruleIndex = (): string =>
  `${[
    '# The rules',
    '',
    '<!-- Made from the code by npm run docs; do not edit. -->',
    '',
    'What every correct recording client does, whichever vendor it talks to.',
    '',
    '| rule | level | says |',
    '| --- | --- | --- |',
    ...rules.map((rule) => `| [${rule.id}](${rule.id}.md) | ${levels(rule)} | ${rule.says} |`),
  ].join('\n')}\n`

import { disturbanceWords } from '../../../contracts/run/disturbance-words.ts'
import type { Goal, Step } from '../../../contracts/step.ts'
import { formatDuration } from '../../world/duration.ts'

const offset = (ms: number): string => {
  if (ms === 0) return ''
  return ms < 0 ? `${formatDuration(-ms)} before ` : `${formatDuration(ms)} after `
}

const goalWords = (goal: Goal): string => {
  switch (goal.goal) {
    case 'by':
      return `forward by ${formatDuration(goal.ms)}`
    case 'boundary':
      return `to ${offset(goal.offsetMs)}the next boundary`
    case 'link-end':
      return `to ${offset(goal.offsetMs)}the end of the link to ${goal.call}`
    case 'status':
      return `to ${offset(goal.offsetMs)}the instant at which ${goal.call} becomes ${goal.status}`
  }
}

const asked = {
  look: 'for the recording of',
  download: 'to download',
  replies: 'for the replies to',
} as const

/** One step of a case in words. */
export const stepWords = (step: Step): string => {
  switch (step.do) {
    case 'ask':
      return `the client is asked ${asked[step.op]} ${step.call}${step.overlap ? ', and not waited for' : ''}`
    case 'clock':
      return `the clock goes ${goalWords(step.to)}`
    case 'hold':
      return `the next answer of ${step.role === 'api' ? 'the API' : 'storage'} is held back`
    case 'deliver':
      return 'the answer held back is delivered'
    case 'cancel':
      return 'the client is told to stop'
    case 'disturb':
      return disturbanceWords(step.disturbance)
    case 'calm':
      return 'nothing goes wrong any more'
    case 'skew':
      return `the client’s clock is set ${formatDuration(Math.abs(step.ms))} ${step.ms < 0 ? 'behind' : 'ahead'}`
    case 'settle':
      return 'everything is waited for'
  }
}

import type { Nothing, Recording } from './recordings/outcome.ts'

/** What is said where there is nothing to play. */
export interface Words {
  readonly title: string
  readonly text: string
  readonly icon: 'away' | 'lost' | 'trouble'
  /** Whether asking again may help. */
  readonly passes: boolean
}

const gone: Words = {
  title: 'This recording is no longer available',
  text: 'Recordings are kept for a limited time. Replies stay.',
  icon: 'away',
  passes: false,
}
const lost: Words = {
  title: 'We can’t find this call',
  text: 'Check that the link is whole: the part after the last slash is easily cut off in a message.',
  icon: 'lost',
  passes: false,
}
const trouble: Words = {
  title: 'We can’t reach the recording right now',
  text: 'This is on our side, and usually over in a moment.',
  icon: 'trouble',
  passes: true,
}
const none: Words = { ...gone, title: 'There is no recording', text: 'This call was not recorded.' }

const words: Readonly<Record<Nothing['kind'], Words>> = {
  absent: none,
  expired: gone,
  unknown: trouble,
  'not-found': lost,
  'invalid-request': lost,
  unauthorized: trouble,
  forbidden: trouble,
  unavailable: trouble,
  'rate-limited': { ...trouble, text: 'Many people are listening just now. Try again in a moment.' },
}

/** What is said of a recording that does not play. */
export const noticeOf = (recording: Recording): Words =>
  recording.kind === 'playable' ? gone : words[recording.kind]

/** Whether nobody knows the code: then there is nothing else to show either. */
export const isUnknownCode = ({ kind }: Recording): boolean => words[kind as Nothing['kind']] === lost

import { formatElapsed } from '../../../mocks/world/duration.ts'
import type { Event, History } from '../../history.ts'
import { element, escaped } from '../markup.ts'
import { storyOf } from '../story.ts'

/** The story as a table: when, who, what. */
export const storyTable = (history: History, mark: number): string => {
  const rows = storyOf(history, mark).map(([time, who, what]) =>
    element(
      'tr',
      { class: what.endsWith('← here') ? 'here' : undefined },
      element('td', {}, escaped(time)),
      element('td', {}, escaped(who)),
      element('td', {}, escaped(what)),
    ),
  )
  const head = ['virtual time', 'who', 'what'].map((title) => element('th', { scope: 'col' }, title))
  return element(
    'table',
    { class: 'story' },
    element('thead', {}, element('tr', {}, ...head)),
    element('tbody', {}, ...rows),
  )
}

/** So much of one body is shown; the case file leads to all of it. */
const mostOfABody = 2000

const shownEvent = (event: Event): Event =>
  event.kind === 'received' && event.body !== undefined && event.body.length > mostOfABody
    ? { ...event, body: `${event.body.slice(0, mostOfABody)}…` }
    : event

/** Everything that was taken down up to the mark, as it was: headers and bodies too. */
export const rawTrace = ({ events, start }: History, mark: number): string =>
  escaped(
    events
      .slice(0, mark + 1)
      .map((event, index) => {
        const { kind, at, ...rest } = shownEvent(event)
        return `${String(index).padStart(3)}  ${formatElapsed(at - start)}  ${kind.padEnd(9)}  ${JSON.stringify(rest)}`
      })
      .join('\n'),
  )

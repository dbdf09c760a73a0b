import { formatDuration, formatElapsed } from '../../../mocks/world/duration.ts'
import type { History } from '../../history.ts'
import { element, escaped } from '../markup.ts'
import { type Lane, type LinkLife, type TimelineRow, timelineOf } from './timeline-rows.ts'

const rowHeight = 34
const top = 40
const width = 940
/** Where the times end, and where the first link's life is drawn. */
const timeX = 100
const linkX = 122
const linkStep = 17
const mostLinks = 5

const laneX: Readonly<Record<Lane, number>> = { client: 250, api: 600, storage: 860, elsewhere: 730 }
const laneNames: Readonly<Record<Lane, string>> = {
  client: 'client',
  api: 'API',
  storage: 'storage',
  elsewhere: 'elsewhere',
}

const middleOf = (row: number): number => top + row * rowHeight + rowHeight / 2

const line = (name: string, x1: number, y1: number, x2: number, y2: number): string =>
  element('line', { class: name, x1, y1, x2, y2 })

/** A text that is cut where it would run into the next lane; all of it is shown on hovering. */
const label = (name: string, x: number, y: number, text: string, most: number): string => {
  const short = text.length > most ? `${text.slice(0, most - 1)}…` : text
  const whole = short === text ? [] : [element('title', {}, escaped(text))]
  return element('text', { class: name, x, y }, escaped(short), ...whole)
}

const arrow = (name: string, from: number, to: number, y: number): string => {
  const back = from < to ? -7 : 7
  return [
    line(name, from, y, to, y),
    element('path', { class: `${name} head`, d: `M${to} ${y}l${back} -4v8z` }),
  ].join('')
}

const mark = (row: TimelineRow, y: number): string => {
  const { client } = laneX
  const there = laneX[row.lane]
  switch (row.kind) {
    case 'note':
      return (
        line('note', timeX + 12, y + 9, width - 10, y + 9) + label('note', client + 14, y + 3, row.text, 78)
      )
    case 'asked':
      return (
        element('circle', { class: 'asked', cx: client, cy: y, r: 5 }) +
        label('asked', client + 14, y + 4, row.text, 78)
      )
    case 'answered':
      return (
        element('path', { class: 'answered', d: `M${client - 6} ${y}l6 -6l6 6l-6 6z` }) +
        label('answered', client + 14, y + 4, row.text, 78)
      )
    case 'sent':
      return (
        arrow('sent', client + 3, there - 5, y + 6) +
        label('wire', client + 14, y - 1, row.text, row.lane === 'api' ? 48 : 84)
      )
    case 'received':
      return (
        arrow('received', there - 5, client + 3, y + 6) +
        label('wire', client + 14, y - 1, `← ${row.text}`, row.lane === 'api' ? 48 : 84)
      )
    case 'broken':
      return (
        element('path', { class: 'broken', d: `M${there - 6} ${y - 6}l12 12m0 -12l-12 12` }) +
        label(
          'broken',
          row.lane === 'client' ? there + 14 : there - 14 - row.text.length * 7,
          y + 4,
          row.text,
          60,
        )
      )
    case 'aside':
      return label('aside', client + 14, y + 4, row.text, 78)
  }
}

const life = ({ name, from, to }: LinkLife, index: number, rows: number): string => {
  const x = linkX + index * linkStep
  const start = middleOf(from) + 6
  const end = to === undefined ? top + rows * rowHeight : middleOf(to) - rowHeight / 2
  const alive = element(
    'rect',
    { class: 'alive', x: x - 4, y: start, width: 8, height: Math.max(4, end - start), rx: 4 },
    element('title', {}, escaped(`${name} lives`)),
  )
  const dead =
    to === undefined
      ? ''
      : line('dead', x, end + 2, x, top + rows * rowHeight) +
        element('path', { class: 'dead', d: `M${x - 5} ${end}h10` })
  return alive + dead + label('link', x - 12, start - 5, name.replace('url', ''), 6)
}

const timeOf = (row: TimelineRow, before: TimelineRow | undefined, start: number, y: number): string => {
  if (before?.at === row.at) return ''
  const passed = before === undefined ? '' : formatDuration(row.at - before.at)
  return [
    ...(before === undefined
      ? []
      : [
          line('gap', 10, y - rowHeight / 2, width - 10, y - rowHeight / 2),
          label('passed', 10, y - 8, `+${passed}`, 18),
        ]),
    label('time', 10, y + (before === undefined ? 4 : 7), formatElapsed(row.at - start), 14),
  ].join('')
}

/**
 * Draws a history as a sequence of what went to and fro, downwards in virtual time, with the life of every link beside it,
 * as SVG that takes its colours from the page.
 * @param at the event where the rule is broken: there the drawing ends
 */
export const timelineSvg = (history: History, at: number): string => {
  const { rows, links } = timelineOf(history, at)
  const height = top + rows.length * rowHeight + 16
  const used = new Set<Lane>(['client', 'api', 'storage', ...rows.map(({ lane }) => lane)])
  const lanes = [...used].map(
    (lane) =>
      label('lane', laneX[lane] - laneNames[lane].length * 3.6, 20, laneNames[lane], 12) +
      line('lane', laneX[lane], top - 10, laneX[lane], height - 6),
  )
  const drawn = rows.map((row, index) => {
    const y = middleOf(index)
    const band = row.here
      ? element('rect', {
          class: 'here',
          x: 4,
          y: y - rowHeight / 2,
          width: width - 8,
          height: rowHeight,
          rx: 6,
        }) + label('here', laneX.storage + 16, y + 4, '← here', 12)
      : ''
    return element('g', {}, band, timeOf(row, rows[index - 1], history.start, y), mark(row, y))
  })
  return element(
    'svg',
    {
      class: 'timeline',
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-label': 'The smallest case as a timeline',
    },
    ...lanes,
    ...links.slice(0, mostLinks).map((link, index) => life(link, index, rows.length)),
    ...drawn,
  )
}

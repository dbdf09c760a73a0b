/** @jsxImportSource preact */
import type { Instant } from '../../world/instant.ts'
import type { Deck } from '../controller.ts'
import { endOf, lifeOf } from '../life.ts'
import type { LinkTold, TimelineTold } from '../line.ts'
import { remaining } from '../remaining.ts'
import type { Scale } from '../scale.ts'
import { LinkBars } from './link-bars.tsx'
import { stretch } from './stretch.ts'
import { stateWords } from './words.ts'

type Lane = TimelineTold['lanes'][number]
type Span = Lane['tracks'][number]['spans'][number]
type Mark = TimelineTold['marks'][number]

const spanAt = (spans: readonly Span[], now: Instant): Span | undefined =>
  spans.findLast(({ from }) => from === null || from <= now)

const statesAt = ({ tracks }: Lane, now: Instant): readonly Span['state'][] => [
  ...new Set(tracks.map(({ spans }) => spanAt(spans, now)?.state ?? 'absent')),
]

const Track = ({ spans, scale }: { readonly spans: readonly Span[]; readonly scale: Scale }) => (
  <div class="track">
    {spans.map((span) => (
      <i key={span.from} class={`span ${span.state}`} style={stretch(scale, span.from, span.to)}>
        {stateWords[span.state].text}
      </i>
    ))}
  </div>
)

/** What the bars of a lane say, for those who do not see them. */
const linksInWords = (bars: readonly LinkTold[], now: Instant): string =>
  bars
    .filter((bar) => now >= bar.from && lifeOf(bar, now) !== 'dead')
    .map((bar) => {
      const end = endOf(bar)
      return `, a link of ${bar.vendor} ${end === undefined ? 'without an end' : `for ${remaining(end - now)} more`}`
    })
    .join('')

const NextChange = ({ marks, now }: { readonly marks: readonly Mark[]; readonly now: Instant }) => {
  const next = marks.find(({ at }) => at > now)
  if (!next) return null
  return (
    <span class="next" title={next.what}>
      changes in <b>{remaining(next.at - now)}</b>
    </span>
  )
}

/** One call: its name and state, and its time as a band with the links to it below. */
export const LaneRow = (props: {
  readonly deck: Deck
  readonly lane: Lane
  readonly bars: readonly LinkTold[]
  readonly marks: readonly Mark[]
}) => {
  const { deck, lane, bars, marks } = props
  const now = deck.moment.value
  const scale = deck.scale.value
  const states = statesAt(lane, now)
  const shown = states.length === 0 ? (['absent'] as const) : states
  return (
    <li class={deck.call.value === lane.call ? 'lane chosen' : 'lane'}>
      <button
        type="button"
        class="lane-name"
        aria-pressed={deck.call.value === lane.call}
        onClick={() => deck.look(lane.call)}
      >
        <span class="name">{lane.call}</span>
        {shown.map((state) => (
          <span key={state} class={`state ${state}`}>
            <span aria-hidden="true">{stateWords[state].glyph}</span> {stateWords[state].text}
          </span>
        ))}
        <span class="sr">{linksInWords(bars, now)}</span>
        <NextChange marks={marks} now={now} />
      </button>
      <div class="tracks" aria-hidden="true">
        {lane.tracks.map(({ segment, spans }) => (
          <Track key={segment} spans={spans} scale={scale} />
        ))}
        {lane.tracks.length === 0 ? (
          <Track spans={[{ from: null, to: null, state: 'absent' }]} scale={scale} />
        ) : null}
        {lane.replies.length === 0 ? null : (
          <div class="replies">
            {lane.replies.map((at) => (
              <i
                key={at}
                class={at <= now ? 'reply here' : 'reply'}
                title="a reply"
                style={{ left: `${scale.placeOf(at) * 100}%` }}
              />
            ))}
          </div>
        )}
        <LinkBars bars={bars} deck={deck} />
      </div>
    </li>
  )
}

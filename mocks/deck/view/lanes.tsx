/** @jsxImportSource preact */
import type { Deck } from '../controller.ts'
import { AtPlace } from './at-place.tsx'
import { LaneRow } from './lane-row.tsx'
import { stateWords } from './words.ts'

const legend = ['processing', 'ready', 'arrives-dead', 'failed', 'deleted'] as const

/** Every recording over time, one lane each. */
export const Lanes = ({ deck }: { readonly deck: Deck }) => {
  const { lanes = [], links = [], marks = [], calls = 0 } = deck.timeline.value ?? {}
  return (
    <section class="panel lanes-panel" aria-labelledby="lanes-title">
      <header>
        <h2 id="lanes-title">Recordings</h2>
        <ul class="legend" aria-label="What the colours mean">
          {legend.map((state) => (
            <li key={state}>
              <i class={`swatch ${state}`} />
              {stateWords[state].text}
            </li>
          ))}
          <li>
            <i class="swatch link" />a link, while it lives
          </li>
          <li>
            <i class="swatch reply here" />a reply
          </li>
        </ul>
      </header>
      <div class="lanes">
        <ul>
          {lanes.map((lane) => (
            <LaneRow
              key={lane.call}
              deck={deck}
              lane={lane}
              bars={links.filter(({ call }) => call === lane.call)}
              marks={marks.filter(({ call }) => call === lane.call)}
            />
          ))}
        </ul>
        <AtPlace deck={deck} class="line" />
      </div>
      {calls > lanes.length ? (
        <p class="hint">
          {lanes.length} of {calls} calls are drawn: the first ones, and those that were asked for lately.
        </p>
      ) : null}
    </section>
  )
}

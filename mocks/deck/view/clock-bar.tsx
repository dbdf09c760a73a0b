/** @jsxImportSource preact */

import { type Instant, toIso } from '../../world/instant.ts'
import type { Deck } from '../controller.ts'
import { remaining } from '../remaining.ts'
import { GoTo } from './go-to.tsx'
import { Scrubber } from './scrubber.tsx'

const speeds = [1, 60, 3600] as const

/** The virtual time in large figures. */
const Timecode = ({ deck }: { readonly deck: Deck }) => {
  const iso = toIso(deck.now.value)
  return (
    <time class="timecode" dateTime={iso}>
      <span class="day">{iso.slice(0, 10)}</span>
      <span class="hms">{iso.slice(11, 19)}</span>
      <span class="ms">{iso.slice(19, 23)}</span>
      <span class="zone">UTC</span>
    </time>
  )
}

const Speeds = ({ deck }: { readonly deck: Deck }) => {
  const { speed, mode } = deck.clock.value ?? { speed: 1, mode: 'running' }
  return (
    <fieldset class="segmented" aria-label="Speed of the clock">
      {speeds.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={mode === 'running' && speed === one}
          title={`${one} virtual seconds a real one`}
          onClick={() => void deck.move('speed', one)}
        >
          ×{one}
        </button>
      ))}
    </fieldset>
  )
}

const Transport = ({ deck }: { readonly deck: Deck }) => {
  const isFrozen = deck.clock.value?.mode === 'frozen'
  return (
    <div class="transport">
      <button type="button" title="To the previous boundary" onClick={() => void deck.move('rewind')}>
        <span aria-hidden="true">⇤</span> Previous
      </button>
      <button type="button" class="main" onClick={() => void deck.move(isFrozen ? 'resume' : 'freeze')}>
        <span class={isFrozen ? 'icon play' : 'icon pause'} aria-hidden="true" />
        {isFrozen ? 'Resume' : 'Freeze'}
      </button>
      <button type="button" title="To the next boundary" onClick={() => void deck.move('next')}>
        Next <span aria-hidden="true">⇥</span>
      </button>
    </div>
  )
}

const comingAt = (deck: Deck, now: Instant) => {
  const coming = deck.timeline.value?.marks.filter(({ at }) => at > now) ?? []
  const [next] = coming
  if (!next) return 'nothing changes later by itself'
  const others = coming.filter(({ at }) => at === next.at).length - 1
  return (
    <>
      in <b>{remaining(next.at - now)}</b> {next.what}
      {others > 0 ? ` and ${others} more` : ''}
    </>
  )
}

/** What happens next, and when. */
const Upcoming = ({ deck }: { readonly deck: Deck }) => {
  const now = deck.moment.value
  return (
    <p class="upcoming">
      <b class="narrow-only">{toIso(now).slice(11, 19)} </b>
      {comingAt(deck, now)}
    </p>
  )
}

/** The clock: what it shows, what moves it, and all of time as a line. */
export const ClockBar = ({ deck }: { readonly deck: Deck }) => (
  <section class="clock" aria-label="Clock">
    <div class="clock-row">
      <Timecode deck={deck} />
      <Transport deck={deck} />
      <Speeds deck={deck} />
      <button type="button" class="quiet" onClick={() => void deck.move('reset')}>
        Real time
      </button>
      <GoTo deck={deck} />
    </div>
    <div class="scrub-row">
      <Upcoming deck={deck} />
      <Scrubber deck={deck} />
    </div>
  </section>
)

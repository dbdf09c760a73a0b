/** @jsxImportSource preact */
import { useRef } from 'preact/hooks'
import { toIso } from '../../world/instant.ts'
import type { Deck } from '../controller.ts'
import { tickLabels } from '../tick-labels.ts'
import { AtPlace } from './at-place.tsx'
import { isNarrow } from './narrow.ts'

const percent = (place: number): string => `${(place * 100).toFixed(3)}%`

/** Steps of the arrow keys, in milliseconds: a second, and with Shift a minute. */
const steps = { plain: 1000, shifted: 60_000 } as const

/** What a screen reader says of an instant: the time, and what has just changed. */
const spoken = (deck: Deck): string => {
  const now = deck.moment.value
  const passed = deck.timeline.value?.marks.findLast(({ at }) => at <= now)
  const time = `${toIso(now).slice(0, 19).replace('T', ' ')} UTC`
  if (!passed) return time
  return passed.at === now ? `${time}, ${passed.what}` : `${time}, after ${passed.what}`
}

/** Where a key leads; `undefined` for a key that means nothing here. */
const instantFor = (deck: Deck, { key, shiftKey }: KeyboardEvent): number | undefined => {
  const now = deck.now.value
  const marks = (deck.timeline.value?.marks ?? []).map(({ at }) => at)
  const step = shiftKey ? steps.shifted : steps.plain
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return now + step
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(0, now - step)
    case 'PageUp':
      return marks.find((at) => at > now)
    case 'PageDown':
      return marks.findLast((at) => at < now)
    case 'Home':
      return marks[0]
    case 'End':
      return marks.at(-1)
    default:
      return undefined
  }
}

const Ticks = ({ deck }: { readonly deck: Deck }) => {
  const { marks = [] } = deck.timeline.value ?? {}
  const scale = deck.scale.value
  const byInstant = Map.groupBy(marks, ({ at }) => at)
  const labels = tickLabels(
    [...byInstant.keys()],
    scale,
    deck.clock.value?.now ?? 0,
    isNarrow.value ? 0.2 : 0.085,
  )
  return (
    <div class="ticks" aria-hidden="true">
      {scale.folds.map(({ from, to }) => (
        <i
          key={from}
          class="fold"
          style={{ left: percent(scale.placeOf(from)), right: percent(1 - scale.placeOf(to)) }}
        />
      ))}
      {[...byInstant].map(([at, some]) => (
        <i
          key={at}
          class={some.some(({ what }) => / link to .* (ends|dies)/.test(what)) ? 'tick death' : 'tick'}
          title={some.map(({ what }) => what).join('\n')}
          style={{ left: percent(scale.placeOf(at)) }}
        />
      ))}
      {labels.map(({ at, text }) => (
        <span key={at} class="tick-label" style={{ left: percent(scale.placeOf(at)) }}>
          {text}
        </span>
      ))}
    </div>
  )
}

/** All of time as a line with a tick at every boundary: a slider, by mouse, finger and keys. */
export const Scrubber = ({ deck }: { readonly deck: Deck }) => {
  const line = useRef<HTMLDivElement>(null)
  const seekTo = (x: number): void => {
    const box = line.current?.getBoundingClientRect()
    if (box) deck.seek(deck.scale.value.instantAt((x - box.left) / box.width))
  }
  const { from, to } = deck.scale.value
  return (
    <div
      ref={line}
      class="scrubber"
      role="slider"
      tabIndex={0}
      aria-label="Virtual time"
      aria-valuemin={Math.round(from / 1000)}
      aria-valuemax={Math.round(to / 1000)}
      aria-valuenow={Math.round(deck.moment.value / 1000)}
      aria-valuetext={spoken(deck)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        event.currentTarget.focus({ preventScroll: true })
        seekTo(event.clientX)
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) seekTo(event.clientX)
      }}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return
        const at = instantFor(deck, event)
        if (at === undefined) return
        event.preventDefault()
        deck.seek(at)
      }}
    >
      <Ticks deck={deck} />
      <AtPlace deck={deck} class="rail" />
      <AtPlace deck={deck} class="thumb" />
    </div>
  )
}

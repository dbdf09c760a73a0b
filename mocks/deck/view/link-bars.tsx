/** @jsxImportSource preact */
import type { Instant } from '../../world/instant.ts'
import type { Deck } from '../controller.ts'
import { endOf, lifeOf } from '../life.ts'
import type { LinkTold } from '../line.ts'
import type { Scale } from '../scale.ts'
import { stretch } from './stretch.ts'
import { lifeWords } from './words.ts'

interface LinkBarProps {
  readonly bar: LinkTold
  readonly scale: Scale
  readonly now: Instant
  readonly isNamed: boolean
}

/** A link as a bar that runs out: what has passed of it is pale. */
const LinkBar = ({ bar, scale, now, isNamed }: LinkBarProps) => {
  const life = lifeOf(bar, now)
  const end = endOf(bar)
  const from = scale.placeOf(bar.from)
  const whole = (end === undefined ? 1 : scale.placeOf(end)) - from
  const passed = whole > 0 ? Math.min(1, Math.max(0, scale.placeOf(now) - from) / whole) : 1
  return (
    <i
      class={`link ${life}`}
      style={{ ...stretch(scale, bar.from, end), '--passed': `${passed * 100}%` }}
      title={`${bar.vendor}: ${lifeWords[life].text}`}
    >
      {isNamed ? (
        <b>
          {lifeWords[life].glyph} {bar.vendor}
        </b>
      ) : null}
    </i>
  )
}

/** Bars that begin nearer to the next than this would write their names over each other. */
const nameRoom = 0.06

/** One row a vendor, so that bars never lie on each other for long. */
export const LinkBars = ({ bars, deck }: { readonly bars: readonly LinkTold[]; readonly deck: Deck }) => {
  const now = deck.moment.value
  const scale = deck.scale.value
  return (
    <>
      {[...Map.groupBy(bars, ({ vendor }) => vendor)].map(([vendor, some]) => (
        <div key={vendor} class="links">
          {some.map((bar, index) => {
            const next = some[index + 1]
            const gap = next ? scale.placeOf(next.from) - scale.placeOf(bar.from) : 1
            return (
              <LinkBar
                key={`${bar.segment} ${bar.from}`}
                bar={bar}
                scale={scale}
                now={now}
                isNamed={gap > nameRoom}
              />
            )
          })}
        </div>
      ))}
    </>
  )
}

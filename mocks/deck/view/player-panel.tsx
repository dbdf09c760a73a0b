/** @jsxImportSource preact */
import { toIso } from '../../world/instant.ts'
import type { Deck } from '../controller.ts'
import { endOf, lifeOf } from '../life.ts'
import type { Loaded, Player, Try } from '../player.ts'
import { remaining } from '../remaining.ts'
import { lifeWords } from './words.ts'

/** The link that was loaded, among those that the session has handed out. */
const barOf = (deck: Deck, { vendor, call, mintedAt }: Loaded) =>
  deck.timeline.value?.links.findLast(
    (bar) => bar.vendor === vendor && bar.call === call && bar.from <= mintedAt + 1000,
  )

const Life = ({ deck, loaded }: { deck: Deck; loaded: Loaded }) => {
  const bar = barOf(deck, loaded)
  const now = deck.moment.value
  const end = bar && endOf(bar)
  if (!bar || end === undefined) return <p class="life">This link has no end of its own.</p>
  const life = lifeOf(bar, now)
  const share = Math.max(0, Math.min(1, (end - now) / (end - bar.from)))
  return (
    <div class={`life ${life}`}>
      <div class="life-bar" aria-hidden="true">
        <i style={{ width: `${share * 100}%` }} />
      </div>
      <p>
        <span aria-hidden="true">{lifeWords[life].glyph}</span> {lifeWords[life].text}
        {now < end ? (
          <>
            , for <b>{remaining(end - now)}</b> more
          </>
        ) : (
          <> since {toIso(end).slice(11, 19)}</>
        )}
      </p>
    </div>
  )
}

const toneOf = (status: number): string => (status < 300 ? 'good' : 'bad')

const TryLine = ({ one }: { one: Try }) => (
  <li class={toneOf(one.status)}>
    <time>{toIso(one.at).slice(11, 19)}</time>
    <b class="status">{one.status}</b>
    <span>{one.says}</span>
  </li>
)

const Sound = ({ loaded, player }: { loaded: Loaded; player: Player }) => (
  <>
    {loaded.sound === undefined ? (
      <p class="silent">
        {loaded.tries.length === 0 ? 'Fetching…' : 'Nothing plays: storage refuses this link.'}
      </p>
    ) : (
      // biome-ignore lint/a11y/useMediaCaption: the sound is a row of tones; there are no words to caption
      <audio controls src={loaded.sound} aria-label={`The recording of ${loaded.call}`} />
    )}
    <button type="button" disabled={player.isBusy.value} onClick={() => void player.fetchAgain()}>
      Fetch again
    </button>
  </>
)

/** Plays one link, and shows how storage answers it as time goes by. */
export const PlayerPanel = ({ deck, player }: { readonly deck: Deck; readonly player: Player }) => {
  const loaded = player.loaded.value
  return (
    <section class="panel" aria-labelledby="player-title">
      <header>
        <h2 id="player-title">Player {loaded ? <small>{`${loaded.name}, ${loaded.call}`}</small> : null}</h2>
      </header>
      {loaded ? (
        <div class="player">
          <Life deck={deck} loaded={loaded} />
          <div class="sound">
            <Sound loaded={loaded} player={player} />
          </div>
          <ol class="tries" aria-label="How storage answered, the newest first" aria-live="polite">
            {loaded.tries.map((one) => (
              <TryLine key={`${one.at} ${one.status} ${one.says}`} one={one} />
            ))}
          </ol>
          <code class="path">{loaded.shownUrl}</code>
        </div>
      ) : (
        <p class="hint">
          Choose a recording, press Play at a vendor, and move the clock past the end of its link: 206 turns
          into 403.
        </p>
      )}
    </section>
  )
}

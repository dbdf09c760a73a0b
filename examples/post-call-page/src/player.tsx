import { Icon } from './icon.tsx'
import type { Segment } from './recordings/outcome.ts'
import { usePlayer } from './use-player.ts'
import { lengthOf } from './when.ts'

const hindrances = { renewing: 'Fetching a new link …', failed: 'It does not play right now' } as const

/** Plays a recording; nothing is fetched before somebody wants to hear it. */
export const Player = ({ segment, onDead }: { readonly segment: Segment; readonly onDead: () => void }) => {
  const { audio, playing, at, durationSeconds, hindered, toggle, seek } = usePlayer(segment, onDead)
  const done = durationSeconds > 0 ? (at / durationSeconds) * 100 : 0
  return (
    <div className="player">
      {/* biome-ignore lint/a11y/useMediaCaption: nobody has written down what was said. */}
      <audio ref={audio} preload="none" crossOrigin="anonymous" />
      <button type="button" className="play" onClick={toggle} aria-label={playing ? 'Pause' : 'Play'}>
        <Icon name={playing ? 'pause' : 'play'} />
      </button>
      <input
        type="range"
        className="seek"
        aria-label="Position"
        aria-valuetext={`${lengthOf(at)} of ${lengthOf(durationSeconds)}`}
        min={0}
        max={durationSeconds || 1}
        step={0.1}
        value={at}
        style={{ '--done': `${done}%` } as React.CSSProperties}
        onChange={({ target }) => seek(Number(target.value))}
      />
      <div className="times">
        <span aria-hidden="true">{lengthOf(at)}</span>
        <span role="status">{hindered ? hindrances[hindered] : ''}</span>
        <span aria-hidden="true">{lengthOf(durationSeconds)}</span>
      </div>
    </div>
  )
}

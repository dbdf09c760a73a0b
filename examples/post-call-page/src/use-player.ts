import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Segment } from './recordings/outcome.ts'

/** What a player shows and does. */
export interface Playing {
  readonly audio: RefObject<HTMLAudioElement | null>
  readonly playing: boolean
  /** In seconds. */
  readonly at: number
  readonly durationSeconds: number
  /** What hinders playing: a new link is being fetched, or none of them plays. */
  readonly hindered?: 'renewing' | 'failed' | undefined
  toggle(): void
  seek(seconds: number): void
}

/** New links that are tried in a row before one gives up: one dies of age, more are trouble. */
const mostLinks = 2

/**
 * Plays one segment. Links die: where storage refuses one, `onDead` is to bring another, and playing goes on with it where
 * it stopped.
 */
export const usePlayer = (segment: Segment, onDead: () => void): Playing => {
  const { durationSeconds: told = 0 } = segment
  const audio = useRef<HTMLAudioElement>(null)
  /** New links asked for since something played. */
  const renewed = useRef(0)
  const stoppedAt = useRef(0)
  const [state, setState] = useState<Omit<Playing, 'audio' | 'toggle' | 'seek'>>({
    playing: false,
    at: 0,
    durationSeconds: told,
  })

  // By segment and not by URL: one that is asked for twice in a second is the same, and still another try.
  useEffect(() => {
    const element = audio.current
    if (!element || segment.url === undefined) return
    element.src = segment.url
    if (renewed.current === 0) return
    element.currentTime = stoppedAt.current
    void element.play().catch(() => undefined)
  }, [segment])

  useEffect(() => {
    const element = audio.current
    if (!element) return
    const tell = (hindered?: Playing['hindered']): void =>
      setState({
        playing: !element.paused && hindered === undefined,
        at: hindered === undefined ? element.currentTime : stoppedAt.current,
        durationSeconds: Number.isFinite(element.duration) ? element.duration : told,
        hindered,
      })
    const moved = (): void => {
      if (!element.error && renewed.current === 0) tell()
    }
    const lives = (): void => {
      renewed.current = 0
      tell()
    }
    const refused = (): void => {
      if (renewed.current === 0) stoppedAt.current = element.currentTime
      if (renewed.current === mostLinks) {
        renewed.current = 0
        tell('failed')
      } else {
        renewed.current += 1
        tell('renewing')
        onDead()
      }
    }
    const movements = ['play', 'pause', 'timeupdate', 'seeking', 'loadedmetadata', 'ended'] as const
    for (const event of movements) element.addEventListener(event, moved)
    element.addEventListener('playing', lives)
    element.addEventListener('error', refused)
    return () => {
      for (const event of movements) element.removeEventListener(event, moved)
      element.removeEventListener('playing', lives)
      element.removeEventListener('error', refused)
    }
  }, [told, onDead])

  return {
    ...state,
    audio,
    toggle: () => {
      const element = audio.current
      if (!element) return
      // What has failed is loaded anew.
      if (element.error) element.load()
      if (element.paused) void element.play().catch(() => undefined)
      else element.pause()
    },
    seek: (seconds) => {
      if (audio.current) audio.current.currentTime = seconds
      setState((before) => ({ ...before, at: seconds }))
    },
  }
}
